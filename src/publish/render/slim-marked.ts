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
 * The Vite plugin that leaves out of marked what only its own instance needs, and rules for Markdown that is not GFM. The
 * bundler must keep them: it cannot know that making them does nothing else. Only for bundles that import the classes alone.
 */
export function slimMarked(): Plugin {
  return {
    name: 'rubric-slim-marked',
    transform: {
      filter: { id: markedFile },
      handler: (code) => {
        const slim = cutMarked(code);
        return slim === undefined ? undefined : { code: slim, map: null };
      },
    },
  };
}

/** The end of the instance's beginning: all behind it is the function `marked` and its properties. */
const instanceStart =
  /;var (\w+)=new \w+;function (\w+)\(\w+,\w+\)\{return \1\.parse\([^;]*?\2\.options=/;

/**
 * The source of marked without its instance and without rules that no text of ours is read by, which exports its classes
 * alone; `undefined` when it is written in another way, and then it stays whole.
 */
export function cutMarked(code: string): string | undefined {
  const [instance] = instanceStart.exec(code) ?? [];
  const exported = /export\{([\w$ ,]+)\};/.exec(code);
  if (instance === undefined || exported?.[1] === undefined) return undefined;
  const kept = exported[1].split(',').filter((item) => usedNames.has(item.replace(/^.* as /, '')));
  const classes = code.slice(0, code.indexOf(instance) + 1);
  return `${cutRules(classes)}\nexport{${kept.join(',')}};\n`;
}

/** `code` with the rules of the first Markdown, and those that end a line at each line end, the same as all others. */
function cutRules(code: string): string {
  const names =
    /=\{normal:(\w+),gfm:\w+,pedantic:(\w+)\},\w+=\{normal:(\w+),gfm:(\w+),breaks:(\w+),pedantic:(\w+)\}/.exec(
      code,
    );
  if (names === null) return code;
  const [, block = '', oldBlock = '', inline = '', gfm = '', breaks = '', oldInline = ''] = names;
  return [
    [oldBlock, block],
    [breaks, gfm],
    [oldInline, inline],
  ].reduce((rest, [name, base]) => {
    const start = rest.indexOf(`,${name}={...${base},`);
    const end = rest.indexOf(ruleEnd, start);
    if (start === -1 || end === -1) return rest;
    return `${rest.slice(0, start)},${name}=${base}${rest.slice(end + ruleEnd.length)}`;
  }, code);
}

/** The last rule of each of them is put together. */
const ruleEnd = '.getRegex()}';
