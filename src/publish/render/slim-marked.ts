import type { Plugin } from 'vite';

/** marked as it is published: a module of minified names, whose last statements make the instance that `marked()` uses. */
const markedFile = /\/marked\/lib\/marked\.esm\.js$/;

/** Classes that are used of it. */
const usedNames: ReadonlySet<string> = new Set([
  'Lexer',
  'Parser',
  'Renderer',
  'TextRenderer',
  'Tokenizer',
]);

/**
 * The Vite plugin that leaves out of marked what only its own instance needs. The bundler must keep it: it cannot know that
 * making the instance does nothing else. Only for bundles that import the classes alone.
 */
export function slimMarked(): Plugin {
  return {
    name: 'rubric-slim-marked',
    transform: {
      filter: { id: markedFile },
      handler: (code) => {
        const slim = cutInstance(code);
        return slim === undefined ? undefined : { code: slim, map: null };
      },
    },
  };
}

/**
 * The source of marked without its instance, which exports its classes alone; `undefined` when it is written in another way,
 * and then it stays whole.
 */
export function cutInstance(code: string): string | undefined {
  const [instance] =
    /;var (\w+)=new \w+;function (\w+)\(\w+,\w+\)\{return \1\.parse\([^;]*?\2\.options=/.exec(
      code,
    ) ?? [];
  const exported = /export\{([\w$ ,]+)\};/.exec(code);
  if (instance === undefined || exported?.[1] === undefined) return undefined;
  const kept = exported[1].split(',').filter((item) => usedNames.has(item.replace(/^.* as /, '')));
  return `${code.slice(0, code.indexOf(instance) + 1)}\nexport{${kept.join(',')}};\n`;
}
