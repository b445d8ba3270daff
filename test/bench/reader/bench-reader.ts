// Measures what a reader waits for, in this blog and beside other ways to publish the same posts.
// Run: npm run bench -- reader [options], see run-reader.mjs.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium } from 'playwright-core';
import type { BrowserContext } from 'playwright-core';

import { createCertificate } from './certificate.ts';
import type { Certificate } from './certificate.ts';
import { flows, hasFlow, listViews } from './flows.ts';
import type { Flow } from './flows.ts';
import type { LineSpeed } from './line.ts';
import { prepareSites } from './prepare-sites.ts';
import type { Subject } from './prepare-sites.ts';
import { readBlog } from './read-blog.ts';
import type { BenchBlog } from './read-blog.ts';
import { openRelay } from './relay.ts';
import { formatReport } from './report.ts';
import type { Samples } from './report.ts';
import { createSiteServer } from './site-server.ts';
import { Visit } from './visit.ts';
import type { Place } from './visit.ts';

/** A reader's line and machine. */
interface Conditions extends LineSpeed {
  readonly cpuSlowdown: number;
}

const megabit = 1_000_000 / 8;
const conditions: Readonly<Record<string, Conditions>> = {
  'slow 4G': {
    roundTripMs: 150,
    downBytesPerSecond: 1.6 * megabit,
    upBytesPerSecond: 0.75 * megabit,
    cpuSlowdown: 4,
  },
  cable: {
    roundTripMs: 28,
    downBytesPerSecond: 5 * megabit,
    upBytesPerSecond: 1 * megabit,
    cpuSlowdown: 1,
  },
};

/** What is asked for on the command line. */
export interface ReaderOptions {
  readonly chromium: string;
  /** The blog, built. */
  readonly dist: string;
  /** For the other sites. */
  readonly folder: string;
  readonly runs: number;
  /** Starts of the names of flows; none: all. */
  readonly rows: readonly string[];
  /** Lines to measure on; none: all. */
  readonly lines: readonly string[];
  /** Names of subjects; none: all. */
  readonly subjects: readonly string[];
  /** Moment on this process's clock after which no row is begun. */
  readonly endsAtMs: number;
  /** File of samples to add to, so that a long run can be done in parts. */
  readonly into: string | undefined;
}

/** Measures and prints the table. */
export async function benchReader(options: ReaderOptions): Promise<void> {
  const blog = readBlog(options.dist);
  const subjects = prepareSites(blog, options.dist, options.folder).filter(
    ({ name }) => options.subjects.length === 0 || options.subjects.includes(name),
  );
  const certificate = createCertificate();
  const samples: Samples =
    options.into !== undefined && existsSync(options.into)
      ? (JSON.parse(readFileSync(options.into, 'utf8')) as Samples)
      : {};
  const wanted = flows.filter(
    ({ name }) => options.rows.length === 0 || options.rows.some((start) => name.startsWith(start)),
  );
  const lines = Object.keys(conditions).filter(
    (name) => options.lines.length === 0 || options.lines.includes(name),
  );
  for (const line of lines) {
    for (const keepsPages of [false, true]) {
      const chosen = wanted.filter((flow) => (flow.keepsPages ?? false) === keepsPages);
      if (chosen.length === 0 || options.runs === 0) continue;
      const kind = { line, keepsPages };
      await measure({ kind, flows: chosen, blog, subjects, certificate, samples, options });
    }
  }
  const protocol = certificate === undefined ? 'HTTP/1.1 (no openssl for a certificate)' : 'HTTP/2';
  console.log(formatReport(samples, { protocol, posts: blog.posts.length }));
}

interface Measurement {
  readonly kind: { readonly line: string; readonly keepsPages: boolean };
  readonly flows: readonly Flow[];
  readonly blog: BenchBlog;
  readonly subjects: readonly Subject[];
  readonly certificate: Certificate | undefined;
  readonly samples: Samples;
  readonly options: ReaderOptions;
}

/** Runs the flows with all subjects in turn, run by run, and adds the numbers to the samples. */
async function measure(measurement: Measurement): Promise<void> {
  const { kind, flows: chosen, subjects, certificate, samples, options } = measurement;
  const speed = conditions[kind.line];
  if (speed === undefined) return;
  const folders = new Map(subjects.map(({ label, folder }) => [label, folder]));
  const server = createSiteServer(folders, certificate);
  const relay = await openRelay(speed, server.serve);
  const profile = mkdtempSync(join(tmpdir(), 'rubric-bench-profile-'));
  const context = await openBrowser(profile, kind.keepsPages, measurement);
  const place: Place = {
    context,
    relay,
    server,
    scheme: certificate === undefined ? 'http' : 'https',
    cpuSlowdown: speed.cpuSlowdown,
    roundTripMs: speed.roundTripMs,
    quietMs: 300 + 2 * speed.roundTripMs,
  };
  try {
    for (let run = 0; run < options.runs; run += 1) {
      for (const flow of chosen) {
        if (performance.now() > options.endsAtMs) return;
        console.error(`reader: ${kind.line}, run ${run + 1}, ${flow.name}`);
        for (const subject of rotate(subjects, run))
          await visitOnce(place, subject, flow, measurement);
        if (options.into !== undefined) writeFileSync(options.into, JSON.stringify(samples));
      }
    }
  } finally {
    await context.close();
    relay.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function visitOnce(
  place: Place,
  subject: Subject,
  flow: Flow,
  { blog, kind, samples }: Measurement,
): Promise<void> {
  if (!hasFlow(subject, flow)) return;
  const visit = await Visit.begin(place, subject, listViews(blog));
  try {
    const values = await flow.run(visit, blog);
    flow.rows.forEach(({ name }, i) => {
      const rows = (samples[kind.line] ??= {});
      const cells = (rows[name] ??= {});
      (cells[subject.name] ??= []).push(values[i] ?? Number.NaN);
    });
  } catch (error) {
    // The cell stays empty; the other rows are worth having.
    console.error(`reader: ${flow.name}: ${String(error)}`);
  } finally {
    await visit.end();
  }
}

/** Nobody is always first. */
function rotate<T>(list: readonly T[], by: number): readonly T[] {
  const start = by % Math.max(1, list.length);
  return [...list.slice(start), ...list.slice(0, start)];
}

/** A browser with a profile of its own: without one it neither prerenders nor keeps pages. */
async function openBrowser(
  profile: string,
  keepsPages: boolean,
  { certificate, options }: Measurement,
): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: options.chromium,
    viewport: { width: 1280, height: 800 },
    args: [
      '--no-sandbox',
      ...(certificate === undefined
        ? []
        : [`--ignore-certificate-errors-spki-list=${certificate.fingerprint}`]),
    ],
    ...(keepsPages ? { ignoreDefaultArgs: ['--disable-back-forward-cache'] } : {}),
  });
}
