import { describe, expect, test } from 'vitest';

import { htmlOf } from '../../../../support/render-text.ts';

describe('markTasks', () => {
  test.each([
    ['/', 'In progress', '◐'],
    ['-', 'Cancelled', '✕'],
    ['>', 'Forwarded', '▷'],
    ['<', 'Scheduled', '◁'],
    ['!', 'Important', '!'],
    ['?', 'Question', '?'],
    ['*', 'Star', '★'],
    ['"', 'Quote', '“'],
  ])('reads [%s]', async (sign, name, shown) => {
    expect(await htmlOf(`- [${sign}] a *b*`)).toBe(
      `<ul><li class="task"><input type="checkbox" disabled aria-label="${name}"> ${shown} a <em>b</em></li></ul>`,
    );
  });

  test('reads tasks in loose, numbered, nested and quoted lists', async () => {
    const html = await htmlOf('> 1. [ ] a\n>\n> 2. [/] b\n>\n>    - [x] c\n>    - [-] d');
    expect(html.match(/class="task"/g)).toHaveLength(4);
    expect(html.match(/type="checkbox"/g)).toHaveLength(4);
    expect(html).not.toContain('[');
  });

  test('takes a letter for a sign in a list of tasks alone', async () => {
    expect(await htmlOf('- [ ] a\n- [i] b')).toContain('aria-label="i"');
    expect(await htmlOf('- [i] b\n- c')).toContain('<li>[i] b</li>');
  });

  test.each(['- [/]', '- [/]a', '- a [/] b', '[/] a', '- \\[/] a', '- [//] a', '- [/](x.md) a'])(
    'leaves %s',
    async (source) => {
      expect(await htmlOf(source)).not.toContain('checkbox');
    },
  );
});
