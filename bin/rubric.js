#!/usr/bin/env node
// The command `rubric`. An installed package has it compiled; in a checkout it is compiled whenever the sources are others
// than last time, so that nobody runs code of yesterday.
import { existsSync } from 'node:fs';

if (process.argv[2] === 'build') await import('./save-memory.js');
const checkout = new URL('../compile.config.ts', import.meta.url);
const compiled = existsSync(checkout)
  ? await (await import('./compile-checkout.js')).compileCheckout()
  : new URL('../compiled/', import.meta.url);
const { runCommand } = await import(new URL('rubric.js', compiled).href);
process.exitCode = await runCommand(process.argv.slice(2));
