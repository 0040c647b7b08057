/** The real records in Firefox: every kind of page, and what a reader does with a day. */
import { expect, needFirefox, test, textOf } from '../firefox-test.ts';
import { needRealRecords, realKinds, realSite } from './real-site.ts';

needFirefox();

test('every kind of page of the real records opens without a complaint', async ({ reader }) => {
  needRealRecords();
  const { at, kinds } = realSite();
  for (const kind of realKinds) {
    if (kind === 'missing') continue; // Firefox reports the 404 that it is
    await reader.goto(at(kinds[kind]), { waitUntil: 'load' });
    expect(await textOf(reader, 'h1'), kind).not.toBe('');
  }
});

test('a full day is filtered, a paper starred by key and found in the saved list and by the search', async ({
  reader,
}) => {
  needRealRecords();
  const { at, day, papers } = realSite();
  const withCode = papers.filter(({ links }) => links.some(({ kind }) => kind === 'code'));
  await reader.goto(at(`days/${day}/?code=yes`), { waitUntil: 'load' });
  await reader.waitForSelector('.chosen b');
  const rows = await reader.$$('.row:not([hidden])');
  expect(rows).toHaveLength(withCode.length);
  const paper = withCode[0];
  await reader.focus(`[id="${paper?.id}"] h3 a`);
  await reader.keyboard.press('s');
  await reader.goto(at('saved/'), { waitUntil: 'load' });
  await reader.waitForSelector(`.saved[id="${paper?.id}"]`);
  await reader.goto(at('search/'), { waitUntil: 'load' });
  await reader.locator('#q').fill(paper?.title ?? '');
  await reader.waitForSelector(`#found [id="${paper?.id}"]`, { timeout: 60_000 });
});
