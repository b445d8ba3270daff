import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';

import { readTreeKilobytes } from './measure-process.ts';

/** What writing a blog costs. */
export interface DevCost {
  /** From the command to the answered home page. */
  readonly startMs: number;
  /** From a saved post to its new words on the open page; the middle one of some. */
  readonly editMs: number;
  /** Of the server, after that. */
  readonly megabytes: number;
}

/** A post to edit. */
export interface EditedPost {
  readonly file: string;
  readonly permalink: string;
}

const command = fileURLToPath(new URL('../../bin/rubric.js', import.meta.url));
const edits = 5;

/** Serves the blog of the settings file `settings`, opens `post` and edits it some times. */
export async function measureDev(
  settings: string,
  post: EditedPost,
  chromiumPath: string,
): Promise<DevCost> {
  const start = performance.now();
  const server = spawn(process.execPath, [command, 'dev', '--port', '0', '--host', '127.0.0.1'], {
    env: { ...process.env, RUBRIC_SITE: settings, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox'],
  });
  try {
    const url = await readAddress(server);
    await (await fetch(url)).text();
    const startMs = performance.now() - start;
    const page = await browser.newPage();
    await page.goto(new URL(post.permalink.slice(1), url).href);
    await page.waitForSelector('.prose p');
    const times: number[] = [];
    for (let count = 1; count <= edits; count++) times.push(await measureEdit(page, post, count));
    const editMs = times.toSorted((a, b) => a - b)[Math.floor(edits / 2)] ?? Number.NaN;
    return { startMs, editMs, megabytes: readTreeKilobytes(server.pid ?? 0) / 1024 };
  } finally {
    server.kill();
    await browser.close();
  }
}

async function measureEdit(page: Page, { file }: EditedPost, count: number): Promise<number> {
  const words = `An edit by hand, number ${count}.`;
  const start = performance.now();
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n${words}\n`);
  await page.locator('.prose', { hasText: words }).waitFor();
  return performance.now() - start;
}

function readAddress(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(output)?.[0];
      if (url !== undefined) resolve(url);
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.on('exit', (code) => reject(new Error(`The server stopped with ${code}:\n${output}`)));
  });
}
