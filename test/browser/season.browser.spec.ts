import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { administratorPassword } from '../support/programs';
import { reportText } from '../support/report-text';

const address = () => process.env.MINGSHU_ADDRESS ?? '';

const sound = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
};

test('three clicks from the workbench a reminder is copied and on record, and the number shown in full', async ({ page }) => {
  await page.goto(address());
  await page.getByLabel('密码').fill(administratorPassword);
  await page.getByLabel('密码').press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible();
  // An agency that owed one year and never filed.
  const added = await page.request.post(`${address()}/api/agencies`, {
    headers: { origin: address() },
    data: {
      ...{ code: '990001-XS', name: '清河县新设局', kind: '部门', aliases: [], firstYear: 2019, lastYear: 2019 },
      ...{ contactName: '新设局经办人', contactPhone: '0000-5550199' },
    },
  });
  expect(added.ok()).toBe(true);
  await page.goto(`${address()}/?year=2019`);
  await page.getByRole('link', { name: /^催报：逾期未报/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: '催报' })).toBeVisible();
  await page.getByRole('button', { name: /^复制催报文字/ }).click();
  await page.getByRole('button', { name: '记为已催报' }).click();
  await expect(page.getByText(/已催 1 次/).first()).toBeVisible();
  await page
    .getByRole('button', { name: /^显示.*的电话/ })
    .first()
    .click();
  await expect(page.getByText('0000-5550199')).toBeVisible();
  await sound(page);
});

test('a township checks its file on a telephone, without an account', async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
  await page.goto(`${address()}/check`);
  await page.locator('#self-check-file').setInputFiles({
    name: '柳河镇.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(reportText({ agency: '清河县柳河镇人民政府', year: 2024 })),
  });
  await expect(page.getByText('单位：清河县柳河镇人民政府')).toBeVisible();
  await expect(page.getByText('与上年数据的衔接没有查')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await sound(page);
});
