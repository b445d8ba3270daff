/** The command `name` as the blogger has called this one: by a script of npm, by `npx`, or by its own name. */
export function nameCommand(
  name: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const called = environment['npm_command'];
  const script = scripts[name];
  if (script !== undefined && (called === 'run-script' || called === 'start')) return script;
  return called === 'exec' ? `npx rubric ${name}` : `rubric ${name}`;
}

/** Scripts of Rubric's own `package.json`, and of the one that `rubric init` writes. */
const scripts: Readonly<Record<string, string>> = { build: 'npm run build', dev: 'npm start' };
