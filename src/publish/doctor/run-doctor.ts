import { readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Finding } from '../advice/finding.ts';
import { replaceFile } from '../output/replace-file.ts';
import type { SiteFiles } from '../scan/read-site.ts';
import { groupBy } from '../report/group-problems.ts';
import { openWorkshop } from '../steps/open-workshop.ts';
import type { Workshop } from '../steps/open-workshop.ts';
import { checkOutside } from './check-outside.ts';
import type { OutsideWorld } from './check-outside.ts';
import { examineBlog } from './examine-blog.ts';
import type { Examination } from './examine-blog.ts';
import { findLine } from './find-line.ts';
import { formatFindings } from './format-findings.ts';
import { formatGithub, formatJson, formatSarif } from './format-for-tools.ts';
import { readAnswers, writeAnswers } from './keep-answers.ts';
import { formatDifference, repairText } from './apply-repairs.ts';

/** The forms in which findings are printed. */
export const findingFormats = ['text', 'json', 'sarif', 'github'] as const;

/** A form in which findings are printed. */
export type FindingFormat = (typeof findingFormats)[number];

/** What the doctor is asked to do. */
export interface DoctorRequest {
  readonly format: FindingFormat;
  /** Whether every finding is printed. */
  readonly isWhole: boolean;
  /** Whether warnings fail too. */
  readonly isStrict: boolean;
  /** Whether links to other sites are followed. */
  readonly asksOutside: boolean;
  /** Whether repairs are made; `yes` without asking. */
  readonly repairs: 'none' | 'ask' | 'yes';
}

/** Where the doctor works and speaks. */
export interface DoctorPlace {
  readonly files: SiteFiles;
  readonly base: string;
  /** Where what is made of the blog is kept: as `findCacheFolder` finds it. */
  readonly cacheFolder: string;
  /** Folder that the command was given in. */
  readonly cwd: string;
  readonly hasColour: boolean;
  /** Prints the findings. */
  readonly write: (text: string) => void;
  /** Prints all else, such as differences: not into the findings of tools. */
  readonly note: (text: string) => void;
  /** Asks a question of yes and no; `undefined` where nobody is there to answer. */
  readonly ask: ((question: string) => Promise<boolean>) | undefined;
  /** The world outside; that of the machine when left out. */
  readonly world?: OutsideWorld;
}

/**
 * Looks through a blog, prints what it found and, if asked to, puts right what can be. Gives back the exit code: 1 when
 * there are errors, or warnings if those are to fail too; else 0.
 */
export async function runDoctor(request: DoctorRequest, place: DoctorPlace): Promise<number> {
  const { files, base, cacheFolder } = place;
  const workshop = await openWorkshop({ files, base, cacheFolder });
  try {
    const examination = await examineBlog(workshop, { site: files.site, base });
    const outside = request.asksOutside ? await askOutside(examination, workshop, place) : [];
    const findings = [...examination.findings, ...outside];
    const made =
      request.repairs === 'none' ? new Set<Finding>() : await repair(findings, request, place);
    const left = findings.filter((finding) => !made.has(finding));
    place.write(format(left, request, place));
    const fails = left.some(
      ({ severity }) => severity === 'error' || (request.isStrict && severity === 'warning'),
    );
    return fails ? 1 : 0;
  } finally {
    await workshop.close();
  }
}

function format(
  findings: readonly Finding[],
  { format: form, isWhole }: DoctorRequest,
  { files, cwd, hasColour }: DoctorPlace,
): string {
  const locate = (file: string): string =>
    relative(cwd, locateFile(file, files)).split(sep).join('/') || '.';
  switch (form) {
    case 'text':
      return formatFindings(findings, { hasColour, isWhole });
    case 'json':
      return formatJson(findings, locate);
    case 'sarif':
      return formatSarif(findings, locate);
    case 'github':
      return formatGithub(findings, locate);
    default:
      return form satisfies never;
  }
}

/** Absolute path of a file that a finding names. */
function locateFile(file: string, files: SiteFiles): string {
  if (file === files.name) return files.file;
  for (const folder of ['posts', 'pages', 'shortcodes'] as const) {
    if (file === folder) return files[folder];
    if (file.startsWith(`${folder}/`)) return join(files[folder], file.slice(folder.length + 1));
  }
  return join(dirname(files.file), file);
}

async function askOutside(
  { outside, blog }: Examination,
  workshop: Workshop,
  place: DoctorPlace,
): Promise<readonly Finding[]> {
  const file = join(workshop.blogFolder, 'outside-links.json');
  const known = await readAnswers(file);
  const findings = await checkOutside(outside, { ...(place.world ?? realWorld), known });
  await writeAnswers(file, known);
  const sources = new Map(
    [...blog.catalog.pages, ...blog.catalog.entries].map(({ meta }) => [
      `${meta.collection}/${meta.path}`,
      blog.fileOf(meta),
    ]),
  );
  return Promise.all(
    findings.map(async (finding) => ({
      ...finding,
      ...(await findLine(sources.get(finding.file), finding.subject ?? '')),
    })),
  );
}

const realWorld: OutsideWorld = {
  request: (url, method, timeoutMs) =>
    fetch(url, {
      method,
      signal: AbortSignal.timeout(timeoutMs),
      headers: { 'user-agent': 'rubric-doctor (checks the links of a blog)' },
    }),
  sleep: async (ms) => sleep(ms),
  now: () => Date.now(),
};

/** Shows the repairs of all `findings` and makes them once somebody has said yes; gives back those that were made. */
async function repair(
  findings: readonly Finding[],
  { repairs }: DoctorRequest,
  { files, ask, note }: DoctorPlace,
): Promise<ReadonlySet<Finding>> {
  const repairable = findings.filter((finding) => finding.repair !== undefined);
  const changes = await Promise.all(
    [...groupBy(repairable, ({ file }) => file)].map(async ([name, own]) => {
      const path = locateFile(name, files);
      const bytes = await readFile(path);
      const before = bytes.toString('utf8');
      // A file that is not UTF-8 would be written as another.
      const isPlain = Buffer.from(before, 'utf8').equals(bytes);
      return { name, path, before, ...repairText(before, isPlain ? own : []) };
    }),
  );
  const due = changes.filter(({ made }) => made.length > 0);
  if (due.length === 0) {
    note('There is nothing to put right.\n');
    return new Set();
  }
  for (const { name, before, text } of due) note(`${formatDifference(name, before, text)}\n\n`);
  const count = due.reduce((sum, { made }) => sum + made.length, 0);
  if (repairs !== 'yes' && ask === undefined) {
    note('Nothing was changed: give `--yes` with `--fix` where nobody can be asked.\n');
    return new Set();
  }
  const where = due.length === 1 ? '1 file' : `${due.length} files`;
  const question = `Make ${count === 1 ? 'this repair' : `these ${count} repairs`} in ${where}?`;
  if (repairs !== 'yes' && (await ask?.(question)) !== true) return new Set();
  for (const { path, text } of due) await replaceFile(path, Buffer.from(text));
  return new Set(due.flatMap(({ made }) => made));
}
