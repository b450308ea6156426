import { expect, test } from '@playwright/test';
import { sound } from '../support/keyboard';
import { administratorPassword } from '../support/programs';
import { reportText, rosterCsv } from '../support/report-text';
import { startServer, type RunningServer } from '../support/server';

/** A county of its own, in which 青石镇 was made of 柳河镇 and 石桥街道 in 2024. */
let server: RunningServer;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startServer();
  await server.clerk.importRoster(`${rosterCsv}\r\n4,清河县青石镇人民政府,镇,青石镇,2024,`);
  const carried = (into: number, out: number) => ({
    'requests.new_received.natural_person': 3,
    'requests.new_received.total': 3,
    'requests.carried_in.natural_person': into,
    'requests.carried_in.total': into,
    'requests.granted.natural_person': 3 + into - out,
    'requests.granted.total': 3 + into - out,
    'requests.settled.natural_person': 3 + into - out,
    'requests.settled.total': 3 + into - out,
    'requests.carried_out.natural_person': out,
    'requests.carried_out.total': out,
  });
  const filed = [
    ['清河县柳河镇人民政府', 2022, carried(0, 1)],
    ['清河县柳河镇人民政府', 2023, carried(1, 2)],
    ['清河县石桥街道办事处', 2022, carried(0, 0)],
    ['清河县石桥街道办事处', 2023, carried(0, 1)],
    ['清河县青石镇人民政府', 2024, carried(2, 1)],
  ] as const;
  const done = await server.clerk.handInAndWait(
    filed.map(([agency, year, figures]) => ({ name: `${agency}${year}.txt`, bytes: reportText({ agency, year, figures }) })),
  );
  expect([...done.values()].map(({ status }) => status)).toEqual(filed.map(() => 'read'));
});
test.afterAll(() => server.stop());

test('two townships become one: recorded in the roster, added up in the chain, each number leading to its cell', async ({ page }) => {
  await page.goto(`${server.address}/agencies`);
  await page.getByLabel('密码').fill(administratorPassword);
  await page.getByLabel('密码').press('Enter');
  await page.getByRole('button', { name: '修改清河县青石镇人民政府' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('由何而来').selectOption('merged');
  await dialog.getByLabel('添加前身单位').selectOption({ label: '清河县柳河镇人民政府（1）' });
  await dialog.getByLabel('添加前身单位').selectOption({ label: '清河县石桥街道办事处（2）' });
  await expect(dialog.getByText('没有在 2024 年度以前停用')).toBeVisible();
  await sound(page);
  if (process.env.MINGSHU_PICTURES) await page.screenshot({ path: `${process.env.MINGSHU_PICTURES}/dialog.png` });
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('2024 年度起由清河县柳河镇人民政府、清河县石桥街道办事处合并而来')).toBeVisible();

  const agency = (await server.clerk.call('agencies', {})).find(({ code }) => code === '4')!;
  await page.goto(`${server.address}/report/${agency.id}/2024`);
  const chain = page.getByRole('region', { name: '结转衔接' });
  await expect(chain.getByRole('listitem').filter({ hasText: '少 1 件' })).toContainText('不衔接');
  await expect(chain.getByRole('listitem').filter({ hasText: '2023 年度' }).first()).toContainText('3（');
  await chain.getByText('七列逐列衔接').click();
  await expect(chain.getByRole('row', { name: /^自然人/ })).toContainText('少 1 件');
  await expect(page.getByText('合计 3').first()).toBeVisible();
  await sound(page);
  if (process.env.MINGSHU_PICTURES) {
    await chain.scrollIntoViewIfNeeded();
    await page.screenshot({ path: `${process.env.MINGSHU_PICTURES}/chain.png` });
    await page.pdf({ path: `${process.env.MINGSHU_PICTURES}/chain.pdf` });
  }
  await chain.getByRole('link', { name: '清河县石桥街道办事处 2023 年度结转下年度：1' }).first().click();
  await expect(page).toHaveURL(/2023\?cell=requests\.carried_out\.total$/);
  await expect(page.getByRole('heading', { level: 1, name: '清河县石桥街道办事处 2023 年度报告' })).toBeVisible();
  await expect(page.locator('button[data-cell="requests.carried_out.total"]')).toBeInViewport();
});
