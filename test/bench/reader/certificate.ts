import { spawnSync } from 'node:child_process';
import { X509Certificate, createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate that only a browser which is told of it takes. */
export interface Certificate {
  readonly key: Buffer;
  readonly cert: Buffer;
  /** Hash of its public key, by which Chromium is told. With an error that is ignored as a whole it would cache nothing. */
  readonly fingerprint: string;
}

/** Makes a certificate for `*.localhost` by OpenSSL; `undefined` where there is none. */
export function createCertificate(): Certificate | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'rubric-bench-'));
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const names = [
    '-subj',
    '/CN=localhost',
    '-addext',
    'subjectAltName=DNS:localhost,DNS:*.localhost',
  ];
  const files = ['-keyout', keyFile, '-out', certFile];
  try {
    const { status } = spawnSync('openssl', [
      'req',
      '-x509',
      ...key,
      '-days',
      '2',
      ...names,
      ...files,
    ]);
    if (status !== 0) return undefined;
    const cert = readFileSync(certFile);
    const spki = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
    const fingerprint = createHash('sha256').update(spki).digest('base64');
    return { key: readFileSync(keyFile), cert, fingerprint };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
