import { expect, test, type Page } from '@playwright/test';
import { sound, tabTo } from '../support/keyboard';
import { administratorPassword } from '../support/programs';

const address = () => process.env.MINGSHU_ADDRESS!;
const heading = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

async function signIn(page: Page, at: string): Promise<void> {
  await page.goto(address() + at);
  await page.getByLabel('密码').fill(administratorPassword);
  await page.getByLabel('密码').press('Enter');
}

test('by keyboard alone: from the workbench to what differs, and from a sum in two steps to the cell of an agency’s report', async ({
  page,
}) => {
  await signIn(page, '/');
  await heading(page, '工作台');
  await tabTo(page, /^县级报告核对$/);
  await page.keyboard.press('Enter');
  await heading(page, '县级报告核对');
  // The newest year is the one other walks hand documents in for: what is missing there is told by the api ring.
  await expect(page.getByText(/^2024 年度县级报告与 \d+ 个单位之和/)).toBeVisible();
  await sound(page, '最近一年');
  await tabTo(page, /^2019 年度/);
  await page.keyboard.press('ArrowUp');
  await expect(page.getByText('6 格不一致')).toBeVisible();
  await expect(page).toHaveURL(/year=2023/);
  await sound(page, '不一致');
  await tabTo(page, /^各单位之和 2,375，看各单位：表二「行政许可」/);
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByRole('link', { name: '清河县自然资源局' })).toBeVisible();
  await sound(page, '各单位');
  await tabTo(page, /^清河县自然资源局$/);
  await page.keyboard.press('Enter');
  await heading(page, '清河县自然资源局 2023 年度报告');
  await expect(page.locator('button[data-cell="disclosure.a20_5.licence.decisions"]')).toHaveAttribute('aria-pressed', 'true');
});

test('a year in which all agrees is not called final while nobody has signed, and one without a county report is not compared', async ({
  page,
}) => {
  await signIn(page, '/county-report?year=2019');
  await expect(page.getByText(/197 格全部相符；其中 19 个单位尚未核定，数字还可能变，暂不作结论。/)).toBeVisible();
  await sound(page, '相符');
  await page.goto(`${address()}/county-report?year=2022`);
  await expect(page.getByText('2022 年度的县级报告还没有导入')).toBeVisible();
  await sound(page, '没有县级报告');
});

test('its findings stand among the year’s problems under the county’s name, and the same table goes out as a file', async ({ page }) => {
  await signIn(page, '/county-report?year=2023');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '导出 Excel' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^清河县2023年度县级报告核对（全县口径）_\d{8}\.xlsx$/);
  await page.getByRole('link', { name: '到“校验问题”说明或处理' }).click();
  await heading(page, '校验问题');
  await expect(page.getByText('汇总数不平衡：表四「行政复议」部分「总计」应为 16，填写 15（少 1）。')).toBeVisible();
  await expect(page.getByRole('heading', { name: /清河县人民政府 县级报告/ })).toBeVisible();
  await sound(page, '校验问题');
});
