#!/usr/bin/env node
// The command `rubric`. An installed package has it compiled; in a checkout the sources run as they are, through Vite, so
// that nobody runs code of yesterday.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

if (process.argv[2] === 'build') await import('./save-memory.js');
const checkout = new URL('../compile.config.ts', import.meta.url);
const { runCommand } = existsSync(checkout) ? await loadSources() : await loadCompiled();
process.exitCode = await runCommand(process.argv.slice(2));

function loadCompiled() {
  return import(new URL('../compiled/rubric.js', import.meta.url).href);
}

/** As Vite's `runnerImport`, which would end the environment before the command has loaded all its parts. */
async function loadSources() {
  const { createRunnableDevEnvironment, resolveConfig } = await import('vite');
  const root = fileURLToPath(new URL('..', import.meta.url));
  const resolve = { external: true, mainFields: [], conditions: ['node'] };
  const environment = { consumer: 'server', dev: { moduleRunnerTransform: true }, resolve };
  const config = await resolveConfig(
    {
      root,
      // With the modules that are generated for the compiled command too.
      configFile: fileURLToPath(checkout),
      envDir: false,
      logLevel: 'error',
      environments: { command: environment },
    },
    'serve',
  );
  const options = { runnerOptions: { hmr: false }, hot: false };
  const sources = createRunnableDevEnvironment('command', config, options);
  await sources.init();
  return sources.runner.import('/src/command/main.ts');
}
