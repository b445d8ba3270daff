import { describe, expect, test } from 'vitest';

import { walkFolder } from '../../../../../src/publish/disk/walk-folder.ts';
import {
  isSourceFile,
  withoutSecrets,
} from '../../../../../src/publish/scan/files/private-files.ts';
import { makeFolder } from '../../../../support/temporary-folder.ts';

const key = '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjE\n';

async function open(
  files: Readonly<Record<string, string>>,
): Promise<Awaited<ReturnType<typeof withoutSecrets>>> {
  return withoutSecrets(await walkFolder(makeFolder(files)), 'posts');
}

describe('withoutSecrets', () => {
  test.each([
    ['a key of SSH', 'a/id_rsa', ''],
    ['another', 'id_ed25519', ''],
    ['a key by another name', 'deploy', key],
    ['a key in a text', 'a/notes.txt', `Do not lose:\n${key}`],
    ['a key of a certificate', 'server.pem', '-----BEGIN RSA PRIVATE KEY-----\n'],
    ['an exported key of OpenPGP', 'me.asc', '-----BEGIN PGP PRIVATE KEY BLOCK-----\n'],
    ['a key of age', 'key.txt', '# created\nAGE-SECRET-KEY-1QQQ\n'],
    ['a store of passwords', 'Mine.kdbx', ''],
    ['a certificate with its key', 'mail.p12', ''],
    ['settings of a server', 'prod.env', 'TOKEN=1'],
  ])('keeps back and names %s', async (_, path, text) => {
    const { files, problems } = await open({ [path]: text, 'tea.png': '' });
    expect(files.map((file) => file.path)).toEqual(['tea.png']);
    expect(problems).toMatchObject([{ severity: 'warning', file: 'posts' }]);
    expect(problems[0]?.message).toBe(`Left out, as keys or passwords: \`${path}\`.`);
  });

  test.each([
    ['a public key', 'id_rsa.pub', 'ssh-rsa AAAA'],
    ['a public key of OpenPGP', 'me.asc', '-----BEGIN PGP PUBLIC KEY BLOCK-----'],
    ['a certificate', 'server.pem', '-----BEGIN CERTIFICATE-----'],
    ['a file without an ending', 'LICENSE', 'MIT'],
    ['a picture of that name', 'id_rsa.png', ''],
  ])('publishes %s', async (_, path, text) => {
    const { files, problems } = await open({ [path]: text });
    expect(files.map((file) => file.path)).toEqual([path]);
    expect(problems).toEqual([]);
  });
});

describe('isSourceFile', () => {
  test.each([
    'a.docx',
    'x/B.XLS',
    'talk.odp',
    'talk.key',
    'mail.eml',
    'x.sqlite3',
    'x.log',
    'index.astro',
    'rss.xml.js',
    'x.tsx',
  ])('knows %s', (path) => {
    expect(isSourceFile(path)).toBe(true);
  });

  test.each([
    'a.pdf',
    'a.png',
    'a.csv',
    'a.json',
    'doc',
    'a.docs',
    'odd',
    'x.zip',
    'x.epub',
    'demo.js',
    'a.min.css',
  ])('does not take %s for one', (path) => {
    expect(isSourceFile(path)).toBe(false);
  });
});
