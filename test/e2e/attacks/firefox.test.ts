import { test } from '@playwright/test';
import { attackPages, clobberedNames, marksOf, numberOf } from '../support/attack-pages.ts';
import { expect, getSite } from '../support/fixtures.ts';
import { firefoxProgram, noFirefox, openFirefox } from '../support/firefox.ts';

test('no attack does harm in Firefox, by full load under the policy', async () => {
  test.skip(firefoxProgram === undefined, noFirefox);
  if (firefoxProgram === undefined) return;
  const { url } = getSite('attacks');
  const page = await openFirefox({
    program: firefoxProgram,
    origin: new URL(url).origin,
    withCanaries: true,
  });
  const harm: string[] = [];
  const faults: string[] = [];
  const tell = (path: string, told: readonly string[]): void =>
    void faults.push(...told.map((fault) => `${path} ${fault}`));
  try {
    await page.goto(url);
    await page.evaluate(
      `canary(0), open('/archive/'), void fetch('https://v0.canary.example/').catch(() => {})`,
    );
    await expect
      .poll(() => harm.push(...page.takeTold()) && harm.join(' '), { message: 'harm is seen' })
      .toMatch(/^(?=.*ran: 0)(?=.*window: )(?=.*(?:request: |policy: connect-src ))/);
    expect(await page.evaluate('canaries.listBroken([0])')).toContain('mark 0');
    for (const path of attackPages) {
      await page.goto(new URL(path, url).href);
      const text = String(
        await page.evaluate(`document.querySelector('.prose')?.textContent ?? ''`),
      );
      const number = numberOf(text);
      const marks = JSON.stringify(number === undefined ? [] : marksOf(number));
      tell(
        path,
        lines(await page.evaluate(number === undefined ? '[]' : `canaries.listBroken(${marks})`)),
      );
      tell(path, lines(await page.evaluate(`canaries.provoke(${JSON.stringify(clobberedNames)})`)));
      const here = String(await page.evaluate('location.href'));
      tell(path, here === new URL(path, url).href ? [] : [`moved: ${here}`]);
      tell(path, page.takeTold());
    }
  } finally {
    await page.close();
  }
  expect(faults).toEqual([]);
});

function lines(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
