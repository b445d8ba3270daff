import { describe, expect, test } from 'vitest';

import { formatPolicy } from '../../../../src/publish/pages/csp.ts';

const policy = formatPolicy({ scripts: ['alert(1)'], styles: [] }, ['player.vimeo.com']);

describe('formatPolicy', () => {
  test('allows nothing by default', () => {
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).not.toContain('unsafe');
  });

  test('allows inline parts by their hash', () => {
    expect(policy).toContain(
      "script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=';",
    );
    expect(policy).toContain("style-src 'self';");
  });

  test('allows frames of the listed hosts only', () => {
    expect(policy).toContain('frame-src https://player.vimeo.com;');
    expect(formatPolicy({ scripts: [], styles: [] }, [])).toContain("frame-src 'none';");
  });

  test('makes the DOM take no unchecked HTML', () => {
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toContain('trusted-types dompurify rubric-templates rubric-workers');
  });
});
