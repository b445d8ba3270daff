import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Step {
  readonly run?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix?: { readonly node?: readonly (string | number)[] } };
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = join(import.meta.dirname, '../../.github/workflows');
const names = readdirSync(folder);

function read(name: string): Workflow {
  return parse(readFileSync(join(folder, name), 'utf8')) as Workflow;
}

describe('README', () => {
  test('has a line that runs the blog, and one that passes the tests, which is what CI runs', () => {
    const lines = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8').split('\n');
    const ci = readFileSync(join(import.meta.dirname, '../../.ci/run'), 'utf8').trim();
    expect(lines).toContain('npm ci && npm start');
    expect(lines).toContain(ci.split('\n').at(-1));
  });
});

describe('workflows', () => {
  test.each(names)('%s uses actions by the hash of a commit, and keeps no token', (name) => {
    const steps = Object.values(read(name).jobs).flatMap((job) => job.steps);
    const used = steps.filter(({ uses }) => uses !== undefined);
    expect(used.length).toBeGreaterThan(0);
    for (const { uses, with: given } of used) {
      expect(uses).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
      if (uses?.startsWith('actions/checkout@')) expect(given?.['persist-credentials']).toBe(false);
    }
  });

  test('the tests may only read, and run on each Node that is supported', () => {
    const { permissions, jobs } = read('ci.yml');
    expect(permissions).toEqual({ contents: 'read' });
    const [job, ...others] = Object.values(jobs);
    expect(others).toEqual([]);
    expect(job?.permissions).toBeUndefined();
    expect(job?.strategy?.matrix?.node?.map(String)).toEqual(['20.19', '22', '24']);
  });

  test('the tests are run only where the sample blog is', () => {
    const steps = Object.values(read('ci.yml').jobs).flatMap((job) => job.steps);
    const step = steps.find(({ run }) => run === 'npm test');
    expect(step?.if).toMatch(/^hashFiles\('public\/posts\/[^']+\.md'\) != ''$/);
  });

  test('publishing says how to switch Pages on, and builds each night by one line', () => {
    const step = read('publish.yml').jobs['build']?.steps.find(({ run }) => run?.includes('Pages'));
    expect(step?.if).toBe("failure() && steps.pages.outcome == 'failure'");
    expect(step?.run).toContain('Settings, Pages, Source: GitHub Actions');
    const text = readFileSync(join(folder, 'publish.yml'), 'utf8');
    const nightly: unknown = parse(text.replace(/^( *)# (?=schedule: )/m, '$1'));
    expect(nightly).toMatchObject({ on: { schedule: [{ cron: '17 4 * * *' }] } });
  });

  test('each job of publishing may do its own part and no more', () => {
    const { permissions, jobs } = read('publish.yml');
    expect(permissions).toEqual({});
    expect(jobs['build']?.permissions).toEqual({ contents: 'read', pages: 'read' });
    expect(jobs['deploy']?.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
  });
});
