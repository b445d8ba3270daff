const definition = /^ {0,3}\[([^\]\n]{1,300})\]:/gm;

/** A test that tells a `[label]` with a definition in `body`, which is searched at the first question. */
export function createLabelTest(body: string): (label: string) => boolean {
  let labels: Set<string> | undefined;
  return (label) => {
    labels ??= new Set(
      Array.from(body.matchAll(definition), (match) => normalizeLabel(match[1] ?? '')),
    );
    return labels.has(normalizeLabel(label));
  };
}

function normalizeLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}
