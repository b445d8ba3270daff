/** A fault of TOML in words that tell what to type. */
export interface TomlFault {
  /** A sentence. */
  readonly message: string;
  readonly remedy: string;
  /** 1-based; `undefined`: where the parser stopped. */
  readonly column: number | undefined;
}

/**
 * The fault in `line`, at which a parser of TOML stopped for `reason`. A text whose quote is missing, which a parser notices at
 * the end of the line, and a setting written as in YAML are told from the rest.
 */
export function explainTomlFault(reason: string, line: string): TomlFault {
  const open = findOpenQuote(line);
  if (open !== undefined) {
    const quote = line[open] ?? '"';
    return {
      message: `The text that begins with ${quote} has no closing quote.`,
      remedy: `Put a ${quote} at its end.`,
      column: open + 1,
    };
  }
  const name = /^\s*([\w-]+)\s*:\s/.exec(line)?.[1];
  if (name !== undefined) {
    return {
      message: `\`${name}:\` is how YAML writes a setting; this file is TOML.`,
      remedy: `Write \`${name} = …\`, and put texts between quotes.`,
      column: line.indexOf(':') + 1,
    };
  }
  const remedy = /=\s*[A-Za-z]/.test(line)
    ? 'Put texts between quotes: `name = "value"`.'
    : 'Write `name = "value"`, one setting a line.';
  return { message: `The settings are not valid TOML: ${reason}.`, remedy, column: undefined };
}

/** Where in `line` a text begins that does not end in it; texts over several lines are none. */
function findOpenQuote(line: string): number | undefined {
  let open: number | undefined;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at];
    if (open === undefined) {
      if (sign === '#' || line.startsWith('"""', at) || line.startsWith("'''", at))
        return undefined;
      if (sign === '"' || sign === "'") open = at;
    } else if (sign === '\\' && line[open] === '"') at++;
    else if (sign === line[open]) open = undefined;
  }
  return open;
}
