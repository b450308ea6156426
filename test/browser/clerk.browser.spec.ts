import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { administratorPassword } from '../support/programs';
import { reportText } from '../support/report-text';

const address = () => process.env.MINGSHU_ADDRESS ?? '';

async function signIn(page: Page, at = '/'): Promise<void> {
  await page.goto(address() + at);
  await page.getByLabel('密码').fill(administratorPassword);
  await page.getByLabel('密码').press('Enter');
}

/** Every request that leaves the machine, or goes anywhere but to our own server. */
function foreignRequests(page: Page): string[] {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(address()) && !/^(data|blob):/.test(request.url())) foreign.push(request.url());
  });
  return foreign;
}

const heading = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

test('a clerk signs in and comes back to the page that was asked for', async ({ page }) => {
  await signIn(page, '/trend?breakdown=outcome');
  await heading(page, '全县趋势');
  expect(page.url()).toContain('breakdown=outcome');
  await expect(page.getByText(/2024 年度全县（应报 19 家，实报 18 家）予以公开 \d+ 件/)).toBeVisible();
});

test('a wrong password is answered in words', async ({ page }) => {
  await page.goto(address());
  await page.getByLabel('密码').fill('not the password');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('alert')).toHaveText('用户名或密码不正确。');
});

test('each number of the workbench opens its list', async ({ page }) => {
  await signIn(page);
  await page.getByRole('link', { name: /^2\s*有错待改$/ }).click();
  await expect(page.locator('#roster tbody tr')).toHaveCount(2);
  await expect(page.locator('#roster tbody tr', { hasText: '自然资源局' })).toHaveCount(1);
});

test('a dropped document is watched as it arrives, and leads to its report', async ({ page }) => {
  await signIn(page, '/import');
  await page.locator('#files').setInputFiles([
    { name: '民政局.txt', mimeType: 'text/plain', buffer: Buffer.from(reportText({ agency: '清河县民政局', year: 2024 })) },
    { name: '空白.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('') },
    { name: '外县.txt', mimeType: 'text/plain', buffer: Buffer.from(reportText({ agency: '白水县某某镇人民政府', year: 2024 })) },
  ]);
  await expect(page.getByText('共 3 份：已读入 1，待指定 1，无法读取 1')).toBeVisible();
  await expect(page.getByText('这是一个空文件，没有任何内容。')).toBeVisible();
  const row = page.locator('tr', { hasText: '外县.txt' });
  await row.getByRole('combobox', { name: '单位' }).fill('清河县大坝乡人民政府');
  await row.getByRole('spinbutton', { name: '年度' }).fill('2022');
  await row.getByRole('button', { name: '指定' }).click();
  await expect(row).toContainText('已读入清河县大坝乡人民政府 2022 年度报告');
  await page.getByRole('link', { name: /查看 民政局/ }).click();
  await heading(page, '清河县民政局 2024 年度报告');
});

test('a finding leads to its cell, and the cell to what is printed and where', async ({ page }) => {
  await signIn(page, '/reports?year=2023');
  await page.getByRole('link', { name: /^打开.*柳林乡/ }).click();
  await heading(page, /柳林乡/);
  await page.getByRole('button', { name: /表三行合计/ }).click();
  const cell = page.locator('button[data-cell="requests.settled.natural_person"]');
  await expect(cell).toBeInViewport();
  await cell.click();
  const panel = page.getByRole('region', { name: /（七）总计.*自然人/ });
  await expect(panel).toContainText('原件第');
  await expect(panel).toContainText('应为 5');
  await page.keyboard.press('Escape');
  await expect(cell).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('button[data-cell="requests.settled.enterprise"]')).toBeFocused();
});

test('a figure of the trend leads to the cell of a report in two clicks', async ({ page }) => {
  await signIn(page, '/trend?from=2023&to=2024');
  await page.getByRole('button', { name: /2023 年度新收申请/ }).click();
  await page.getByRole('dialog').getByRole('link', { name: '清河县教育局' }).click();
  await heading(page, '清河县教育局 2023 年度报告');
  expect(page.url()).toContain('cell=requests.new_received.total');
  await expect(page.locator('button[data-cell="requests.new_received.total"]')).toBeInViewport();
});

test('the shown table goes out as a file with a Chinese name', async ({ page }) => {
  await signIn(page, '/trend');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '导出 Excel' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^清河县2019—2024年度申请办理情况_\d{8}\.xlsx$/);
});

test('the five pages, the sign-in and an open drawer have no fault of accessibility and ask nobody else', async ({ page }) => {
  const foreign = foreignRequests(page);
  const sound = async (name: string) => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${name} ${id} ${nodes[0]?.html}`)).toEqual([]);
  };
  await page.goto(address());
  await heading(page, '明数');
  await sound('登录');
  await signIn(page);
  await heading(page, '工作台');
  await sound('工作台');
  for (const [path, name] of [
    ['/import', '导入'],
    ['/reports', '报送名册'],
    ['/progress?year=2022', '进度矩阵'],
    ['/agencies', '单位与年度'],
    ['/account', '账户'],
  ] as const) {
    await page.goto(address() + path);
    await heading(page, name);
    if (path !== '/account') await expect(page.locator('tbody tr').first()).toBeVisible();
    await sound(name);
  }
  await page.goto(`${address()}/reports?year=2022`);
  await page.getByRole('link', { name: /^打开.*东坪镇/ }).click();
  await expect(page.locator('.official').first()).toBeVisible();
  await page.getByRole('button', { name: /表三行合计/ }).click();
  await sound('报告');
  await page.goto(`${address()}/trend?breakdown=outcome`);
  await expect(page.locator('figure svg').first()).toBeVisible();
  await sound('全县趋势');
  await page.getByRole('button', { name: /2023 年度予以公开/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await sound('抽屉');
  expect(foreign).toEqual([]);
});

test('every page prints without its navigation', async ({ page }) => {
  await signIn(page, '/trend');
  await expect(page.locator('.stat').first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: '主要栏目' })).toBeHidden();
  await expect(page.locator('.stat').first()).toBeVisible();
});
