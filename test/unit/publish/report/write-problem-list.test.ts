import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import type { Problem } from '../../../../src/content/model/problem.ts';
import { writeProblemList } from '../../../../src/publish/report/write-problem-list.ts';
import { makeFolder } from '../../../support/temporary-folder.ts';

const problem: Problem = {
  kind: 'link',
  severity: 'warning',
  file: 'posts/a.md',
  line: 2,
  message: '`/x/` leads to nothing.',
};

test('writeProblemList keeps all problems in a file, and none where there are none', async () => {
  const inner = join(makeFolder(), 'blog');
  const file = await writeProblemList(inner, [problem, { ...problem, line: 3 }]);
  expect(readFileSync(file, 'utf8')).toBe(
    'posts/a.md\n  warning 2  `/x/` leads to nothing.\n  warning 3  `/x/` leads to nothing.\n',
  );
  expect(existsSync(await writeProblemList(inner, []))).toBe(false);
});
