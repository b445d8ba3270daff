// Files that get beside posts without being meant for readers.

import type { Problem } from '../../../content/model/problem.ts';
import { nameOf } from '../../disk/path-parts.ts';
import { readHead } from '../../disk/read-head.ts';
import { createQueue } from '../../disk/work-queue.ts';
import type { FolderFile } from '../../disk/walk-folder.ts';
import { formatList } from '../../report/format-list.ts';

/** Secrets by their names: keys, their stores, passwords, settings of servers. */
const secretName =
  /^(?:id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?|\.?htpasswd|\.?netrc|authorized_keys|known_hosts|secring\.gpg)$|\.(?:ppk|kdbx?|keystore|jks|p12|pfx|pvk|ovpn|env|htpasswd|agekey)$/i;

/** Names of files that may hold a key: without an ending, or with one that keys have. */
const keyName = /^[^.]+$|\.(?:pem|key|asc|gpg|priv|pk8|der|pkcs\d+|secret|txt|bak|old)$/i;

const privateKey = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----|AGE-SECRET-KEY-1/;

/** A key is not longer, in bytes; what begins with one is looked at up to there. */
const longestKey = 16_384;

/** Files of offices, mail, databases and logs, and code of pages: beside posts they are sources, unless a post refers to them. */
const sourceName =
  /\.(?:docx?|docm|dotx?|rtf|xls[xmb]?|xlt[xm]?|ppt[xm]?|pps[xm]?|od[tspgf]|ot[tsp]|fodt|pages|numbers|key|one|vsdx?|mpp|eml|msg|mbox|pst|ost|ics|vcf|sqlite3?|db3?|mdb|accdb|sql|dump|log|bak|old|orig|swp|tmp|astro|svelte|vue|[cm]?tsx?|jsx)$|\.(?:xml|txt|json|html?|png|svg|ics|md)\.[cm]?js$/i;

/** Files opened at a time. */
const parallelFiles = 32;

/** Files without the secrets among them, and a warning where there are some. */
export interface OpenFiles {
  readonly files: readonly FolderFile[];
  readonly problems: readonly Problem[];
}

/**
 * `files` without secrets: private keys, by name or by what they hold, stores of keys and passwords. They are never
 * published, whatever refers to them. `place` names the folder for the warning.
 */
export async function withoutSecrets(
  files: readonly FolderFile[],
  place: string,
): Promise<OpenFiles> {
  const secrets = new Set<FolderFile>();
  const run = createQueue(parallelFiles);
  for (const file of files) {
    const name = nameOf(file.path);
    if (secretName.test(name)) secrets.add(file);
    else if (keyName.test(name))
      await run(async () => {
        if (await holdsKey(file)) secrets.add(file);
      });
  }
  await run.finish();
  if (secrets.size === 0) return { files, problems: [] };
  const paths = files.filter((file) => secrets.has(file)).map(({ path }) => path);
  return {
    files: files.filter((file) => !secrets.has(file)),
    problems: [
      {
        kind: 'asset',
        severity: 'warning',
        file: place,
        message: `Left out, as keys or passwords: ${formatList(paths)}.`,
        remedy: 'Move them out of the folder; what was published before is no secret any more.',
      },
    ],
  };
}

/** Tells files of kinds that are published only where something visible refers to them. */
export function isSourceFile(path: string): boolean {
  return sourceName.test(path);
}

async function holdsKey({ file }: FolderFile): Promise<boolean> {
  // What cannot be opened now is found missing when it is copied.
  const head = await readHead(file, longestKey).catch(() => undefined);
  return head !== undefined && privateKey.test(new TextDecoder('latin1').decode(head));
}
