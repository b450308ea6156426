import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { Clerk } from '../support/clerk';
import { Keyboard, sound } from '../support/keyboard';
import { administratorPassword } from '../support/programs';
import { balanced, reportText, rosterCsv, type WrittenReport } from '../support/report-text';
import { startServer, type RunningServer } from '../support/server';

/** The tasks a county clerk is measured by, by keyboard alone, each from the workbench and within the clicks it may take. */
let server: RunningServer;
const ids: Record<string, string> = {};
const wrong = { ...balanced, 'disputes.review.total': 1 };
const query = { ...balanced, 'disclosure.a20_1.normative_doc.issued': 3, 'disclosure.a20_1.normative_doc.in_force': 1 };
const town = '清河县柳河镇人民政府';
const street = '清河县石桥街道办事处';
const school = '清河县教育局';

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startServer();
  await server.clerk.importRoster(`${rosterCsv}\r\n4,清河县新桥乡人民政府,乡,,2019,\r\n5,清河县老干部局,部门,,2019,2024`);
  await handIn({ agency: town, year: 2024, figures: wrong }, '柳河2024.txt');
  await handIn({ agency: street, year: 2024, figures: wrong }, '石桥2024.txt');
  await handIn({ agency: school, year: 2024, figures: query }, '教育局2024.txt');
  for (const { name, id } of await server.clerk.call('agencies', {})) ids[name] = id;
});
test.afterAll(() => server.stop());

async function handIn(report: WrittenReport, name: string): Promise<void> {
  const done = await server.clerk.handInAndWait([{ name, bytes: reportText(report) }]);
  expect(done.get(name)?.status).toBe('read');
}
const heading = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

/** Signed in, on the workbench, hands on the keyboard. */
async function atWork(page: Page, at = '/', name = 'admin', password = administratorPassword): Promise<Keyboard> {
  await page.goto(server.address + at);
  await page.getByLabel('用户名').fill(name);
  await page.getByLabel('密码').fill(password);
  await page.getByLabel('密码').press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('明数');
  return new Keyboard(page);
}

test('1 and 2: says how many are late and who, in one; has them reminded and on record in three', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const hands = await atWork(page);
  await heading(page, '工作台');
  await expect(page.getByRole('link', { name: /逾期未报/ }).first()).toBeVisible();
  await sound(page, '工作台');
  await hands.choose(/^2 逾期未报$/);
  await heading(page, '报送名册');
  await expect(page.locator('#roster tbody tr')).toHaveCount(2);
  await expect(page.locator('#roster tbody')).toContainText('清河县新桥乡人民政府');
  await sound(page, '报送名册');
  hands.spent(1);

  await page.goto(`${server.address}/`);
  await hands.choose(/^催报：逾期未报/);
  await heading(page, '催报');
  await hands.choose(/^复制催报文字（2）$/);
  await expect(page.getByText(/已复制/)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('清河县新桥乡人民政府：贵单位 2024 年度');
  await hands.choose(/^记为已催报$/);
  await expect(page.getByText(/已催 1 次/).first()).toBeVisible();
  await sound(page, '催报');
  hands.spent(3);
});

test('3: files of mixed units go in with two, each with its unit and year', async ({ page }) => {
  const hands = await atWork(page);
  await heading(page, '工作台');
  await hands.choose(/^导入$/);
  await heading(page, '导入');
  const files = [2019, 2020, 2021, 2022].flatMap((year) =>
    [town, street, school].map((agency) => ({
      name: `${agency}${year}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from(reportText({ agency, year })),
    })),
  );
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), hands.choose(/^选择文件$/, 'Space')]);
  await chooser.setFiles(files);
  await expect(page.getByText(/共 12 份：已读入 12/)).toBeVisible();
  await sound(page, '导入');
  hands.spent(4);
});

test('4 and 13: a wrong total is found and corrected in four; who changed the cell and when is shown in three', async ({ page }) => {
  const hands = await atWork(page, '/?year=2024');
  await heading(page, '工作台');
  await hands.choose(/^核对：清河县柳河镇人民政府：\d 处错误$/);
  await heading(page, /柳河镇.*2024 年度报告/);
  await hands.choose(/^对照原件核对$/);
  await heading(page, /识别核对/);
  await expect(page.getByRole('button', { name: /不平 [1-9]/ }).first()).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.locator('button[data-cell^="disputes.review"]:focus')).toBeVisible();
  const cell = page.locator('button[data-cell="disputes.review.total"]');
  for (let step = 0; step < 5 && !(await cell.evaluate((one) => one === document.activeElement)); step += 1)
    await page.keyboard.press('ArrowRight');
  await page.keyboard.press('e');
  await hands.type('0');
  await hands.press('Control+s');
  await expect(page.getByLabel('更正原因')).toBeFocused();
  await hands.type('对照原件，识读有误');
  await hands.press('Enter');
  await expect(page.getByText('已保存为第 2 版。')).toBeVisible();
  await sound(page, '识别核对');
  hands.spent(4);

  await page.goto(`${server.address}/?year=2024`);
  await hands.choose(/^报送名册$/);
  await hands.choose(/^打开清河县柳河镇/);
  await heading(page, /柳河镇/);
  await hands.choose(/表四.*行政复议.*总计.*人工更正|总计.*：0.*人工更正/);
  await expect(page.locator('section', { has: page.locator('#cell-title') })).toContainText(
    /admin，\d{4}-\d\d-\d\d \d\d:\d\d，对照原件，识读有误.*最初识读：1/s,
  );
  await sound(page, '单位年报');
  hands.spent(3);
});

test('5: a report goes back with a numbered opinion in three, several in four', async ({ page }) => {
  const hands = await atWork(page, '/?year=2024');
  await heading(page, '工作台');
  await hands.choose(/^校验问题$/);
  await hands.choose(/^全选可退回的/, 'Space');
  await hands.choose(/^退回所选 \d 家并生成意见$/);
  await heading(page, '一次退回多家并生成意见');
  await expect(page.getByLabel('意见第 1 条')).toHaveValue(/./);
  await sound(page, '退回多家');
  await hands.choose(/^退回 \d 家$/);
  await expect(page.getByRole('status').filter({ hasText: /已退回 \d 家，各有一份意见/ })).toBeVisible();
  await sound(page, '已退回');
  hands.spent(4);
  const [download] = await Promise.all([page.waitForEvent('download'), hands.choose(/^下载全部意见/)]);
  expect(download.suggestedFilename()).toMatch(/^2024年度报告退回意见（\d份）\.zip$/);
  await hands.choose(/^全部撤回$/);
  await expect(page.getByRole('status').filter({ hasText: '已退回 0 家' })).toBeVisible();
  hands.acts = 0;

  await page.goto(`${server.address}/?year=2024`);
  await hands.choose(/^校验问题$/);
  await hands.choose(/^退回清河县石桥街道办事处并生成意见$/);
  await heading(page, /^退回 清河县石桥街道办事处/);
  await hands.choose(/^退回$/);
  await heading(page, /退回意见 2024 年度第 \d 号/);
  hands.spent(3);
});

test('6: a township checks its file and has the sheet to print with two', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${server.address}/check`);
  await heading(page, '年报自查');
  const hands = new Keyboard(page);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), hands.choose(/^选择文件$/, 'Space')]);
  const buffer = Buffer.from(reportText({ agency: town, year: 2024, figures: wrong }));
  await chooser.setFiles([{ name: '柳河镇.txt', mimeType: 'text/plain', buffer }]);
  await expect(page.getByText(/有 \d 处必须修改/)).toBeVisible();
  await page.evaluate(() => (window.print = () => document.body.setAttribute('data-printed', '')));
  await hands.choose(/^打印校验单$/);
  await expect(page.locator('body[data-printed]')).toBeVisible();
  hands.spent(3);
  await sound(page, '自查');
  const [download] = await Promise.all([page.waitForEvent('download'), hands.choose(/^下载标注版/)]);
  expect(download.suggestedFilename()).toBe('柳河镇（自查标注版）.docx');
  await page.close();
});

test('7: a query is explained with three, and stays explained when the report comes again', async ({ page }) => {
  const hands = await atWork(page, '/?year=2024');
  await heading(page, '工作台');
  await hands.choose(/^校验问题$/);
  await heading(page, '校验问题');
  await hands.choose(/^填写说明：表二.*规范性文件/);
  await hands.type('当年失效文件未计入废止');
  await hands.press('Control+Enter');
  await expect(page.getByRole('button', { name: /^填写说明：表二.*规范性文件/ })).toHaveCount(0);
  hands.spent(3);
  await handIn({ agency: school, year: 2024, figures: { ...query, 'disclosure.a20_5.licence.decisions': 7 } }, '教育局2024再报.txt');
  const { findings } = await server.clerk.call('reportFindings', { path: { agencyId: ids[school]!, year: 2024 } });
  expect(findings.find(({ finding }) => finding.check === 'T2-SANE')).toMatchObject({ state: 'explained' });
});

test('a year is begun from the last one with what changed; an extension is given with a reason', async ({ page }) => {
  await server.clerk.call('addAgency', {
    body: { code: '6', name: '清河县数据局', kind: '部门', aliases: [], firstYear: 2025, lastYear: null },
  });
  const hands = await atWork(page, '/agencies');
  await heading(page, '单位与年度');
  const preparation = page.locator('section', { hasText: '年度准备：名册变化' });
  await preparation.getByRole('combobox').waitFor();
  await preparation.getByRole('combobox').focus();
  await page.keyboard.type('2025');
  await expect(preparation).toContainText('2025 年度尚未建立。将从 2024 年度复制单位与期限');
  await expect(preparation).toContainText('清河县数据局');
  await expect(preparation).toContainText('清河县老干部局');
  await hands.choose(/^复制并确认$/);
  await expect(preparation).toContainText(/admin已于 .* 确认/);
  await sound(page, '单位与年度');

  await page.goto(`${server.address}/reports?year=2025`);
  await heading(page, '报送名册');
  await hands.choose(/^选择清河县数据局$/, 'Space');
  await hands.choose(/^延期$/);
  await expect(page.getByRole('dialog', { name: /延期（1 家）/ })).toBeVisible();
  await page.getByLabel('延期至').fill('2026-03-10');
  await hands.tabTo(/^原因/);
  await hands.type('新组建，数据移交中');
  await sound(page, '延期');
  await hands.press('Enter');
  await expect(page.locator('tr', { hasText: '清河县数据局' })).toContainText('已延期至');
});

test('the matrix is walked with the arrows and opened with Enter', async ({ page }) => {
  const hands = await atWork(page, '/progress?year=2024');
  await heading(page, '进度矩阵');
  await hands.tabTo(/^清河县柳河镇人民政府，/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('#step-1-1')).toBeFocused();
  await sound(page, '进度矩阵');
  await hands.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('进度矩阵');
});

test('two clerks on one report: the second is told who was quicker, and nothing is returned twice', async ({ page, browser }) => {
  await handIn({ agency: town, year: 2023, figures: wrong }, '柳河2023.txt');
  const path = `/report/${ids[town]!}/2023/return`;
  const { user, password } = await server.clerk.call('addUser', { body: { name: '王芳', role: 'reviewer', agencyId: null } });
  const wang = await firstSignIn(browser, user.name, password, path);
  const hands = await atWork(page, path);
  await expect(page.getByLabel('意见第 1 条')).toHaveValue(/表四/);
  await wang.choose(/^退回$/);
  await heading(wang.page, /退回意见 2023 年度第 1 号/);
  await hands.choose(/^退回$/);
  await expect(page.getByRole('alert').filter({ hasText: /王芳 已于 .* 退回了这份报告。您填写的内容还在/ })).toBeVisible();
  expect(await server.clerk.call('opinions', { path: { year: 2023 } })).toHaveLength(1);
  await wang.page.close();
});

/** A new account: the given password has to be replaced before anything else opens. */
async function firstSignIn(browser: Browser, name: string, password: string, at: string): Promise<Keyboard> {
  const page = await (await browser.newContext()).newPage();
  const hands = await atWork(page, at, name, password);
  await heading(page, '账户');
  await expect(page.getByText('请先改成只有您知道的密码')).toBeVisible();
  await sound(page, '账户');
  await hands.tabTo(/^当前密码/);
  await hands.type(password);
  for (const label of [/^新密码/, /^再次输入新密码/]) {
    await hands.tabTo(label);
    await hands.type('Wangfang-2024-x');
  }
  await hands.press('Enter');
  await heading(page, /^退回/);
  return hands;
}

test('an account is given by keyboard, its password shown once, and ended again', async ({ page }) => {
  const hands = await atWork(page, '/settings');
  await heading(page, '设置');
  await hands.choose(/^管理用户$/);
  await heading(page, '用户与角色');
  await hands.choose(/^新增用户$/);
  await hands.tabTo(/^用户名/);
  await hands.type('赵强');
  await sound(page, '新增用户');
  await hands.press('Enter');
  const given = page.getByRole('status').filter({ hasText: '一次性密码' });
  await expect(given).toBeVisible();
  const password = await given.locator('code').innerText();
  await sound(page, '用户与角色');
  const zhao = await Clerk.signIn(server.address, '赵强', password);
  await hands.choose(/^修改赵强$/);
  await hands.choose(/^可以登录$/, 'Space');
  await hands.choose(/^保存$/);
  await expect(page.locator('tr', { hasText: '赵强' })).toContainText('已停用');
  await expect(zhao.call('me', {})).rejects.toMatchObject({ status: 401 });
});

test('the roster and the check sheet print on paper: the head of the table on every page, no buttons', async ({ page }) => {
  const rows = Array.from({ length: 60 }, (_, place) => `T${place},清河县第${place + 1}办事处,街道,,2018,2018`);
  await server.clerk.importRoster(['单位代码,单位名称,类别,别名,起用年度,停用年度', ...rows].join('\r\n'));
  await server.clerk.call('saveRound', { path: { year: 2018 }, body: { onTimeBy: '2019-01-31', closesOn: '2019-03-31' } });
  await atWork(page, '/reports?year=2018');
  await expect(page.locator('#roster tbody tr')).toHaveCount(60);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#roster caption')).toContainText('2018 年度报送名册，共 60 家');
  await expect(page.locator('nav').first()).toBeHidden();
  await expect(page.getByRole('link', { name: '导出 Excel' })).toBeHidden();
  expect(await page.locator('#roster thead').evaluate((head) => getComputedStyle(head).display)).toBe('table-header-group');
  const roster = await pagesOf(await page.pdf({ preferCSSPageSize: true }));
  expect(roster.length).toBeGreaterThanOrEqual(2);
  expect(roster.length).toBeLessThanOrEqual(4);
  const withRows = roster.filter((text) => text.includes('办事处'));
  expect(withRows.length).toBeGreaterThanOrEqual(2);
  for (const text of withRows) expect(text).toMatch(/单位.*类别.*状态.*收到.*截止/);
  await page.goto(`${server.address}/report/${ids[street]!}/2024/check-sheet`);
  await expect(page.getByRole('heading', { name: /校验单/ }).first()).toBeVisible();
  await expect(page.getByRole('button').first()).toBeHidden();
  const sheet = await pagesOf(await page.pdf({ preferCSSPageSize: true }));
  expect(sheet.length).toBeLessThanOrEqual(2);
  expect(sheet.join('')).toContain('应为 0,填写 1');
});

/** The text of each page as it comes out of the printer. */
async function pagesOf(pdf: Buffer): Promise<string[]> {
  const printed = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  return Promise.all(
    Array.from({ length: printed.numPages }, async (_, place) => {
      const { items } = await (await printed.getPage(place + 1)).getTextContent();
      return items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .normalize('NFKC');
    }),
  );
}
