import { expect, test, type Page } from '@playwright/test';
import { sound, tabTo } from '../support/keyboard';
import { administratorPassword } from '../support/programs';
import { balanced, reportText, rosterCsv, type WrittenReport } from '../support/report-text';
import { startServer, type RunningServer } from '../support/server';

/** A county of its own, so that these deeds change no number of another test. */
let server: RunningServer;
const ids: Record<string, string> = {};
const wrong = { ...balanced, 'disputes.review.total': 1 };
const twiceWrong = { ...balanced, 'requests.granted.natural_person': 5 };

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startServer();
  await server.clerk.importRoster(rosterCsv);
  await handIn({ agency: '清河县石桥街道办事处', year: 2024, figures: wrong }, '石桥2024.txt');
  await handIn({ agency: '清河县柳河镇人民政府', year: 2024, figures: wrong }, '柳河2024.txt');
  await handIn({ agency: '清河县教育局', year: 2024, figures: wrong }, '教育局2024之一.txt');
  await handIn({ agency: '清河县柳河镇人民政府', year: 2023, figures: twiceWrong }, '柳河2023.txt');
  for (const { name, id } of await server.clerk.call('agencies', {})) ids[name] = id;
});
test.afterAll(() => server.stop());

const address = () => server.address;
const heading = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

async function handIn(report: WrittenReport, name: string): Promise<void> {
  const done = await server.clerk.handInAndWait([{ name, bytes: reportText(report) }]);
  expect(done.get(name)?.status).toBe('read');
}

/** Waives all but the sum of table 4, so that one finding is left whatever else the rules find in so short a report. */
async function leaveOnlyTable4(agencyId: string): Promise<void> {
  const path = { agencyId, year: 2024 };
  const { version, findings } = await server.clerk.call('reportFindings', { path });
  for (const { key, fingerprint, revision, finding, state } of findings)
    if (finding.check !== 'T4-SUM' && state === 'open')
      await server.clerk.call('answerFinding', {
        path,
        body: { version, key, fingerprint, revision, kind: 'waived', text: '测试材料正文从简' },
      });
}

async function signIn(page: Page, at: string): Promise<void> {
  await page.goto(address() + at);
  await page.getByLabel('密码').fill(administratorPassword);
  await page.getByLabel('密码').press('Enter');
}

test('by keyboard alone: a report goes back with a numbered opinion, the paper says what the page says, and the return is taken back', async ({
  page,
}) => {
  await signIn(page, '/findings?year=2024');
  await heading(page, '校验问题');
  await tabTo(page, /^退回.*石桥街道办事处并生成意见$/);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('意见第 1 条')).toHaveValue(/表四.*应为/);
  await tabTo(page, /^添加一条意见$/);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(/^意见第 \d+ 条$/).last()).toBeFocused();
  await page.keyboard.type('请补充第五部分的改进情况。');
  await tabTo(page, /^退回$/);
  await page.keyboard.press('Enter');
  await heading(page, /退回意见 2024 年度第 \d+ 号/);
  await expect(page.getByRole('article')).toContainText('请补充第五部分的改进情况。');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载 Word' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^清河县石桥街道办事处2024年度报告退回意见（第\d+号）\.docx$/);
  await sound(page, '退回意见');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('article')).toBeVisible();
  await expect(page.getByRole('link', { name: '下载 Word' })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await tabTo(page, /^撤回这次退回$/);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/已撤回：admin/)).toBeVisible();
});

test('by keyboard alone: a finding is waived with a reason, the report is signed off, and who did it is on record', async ({ page }) => {
  const agencyId = ids['清河县柳河镇人民政府']!;
  await leaveOnlyTable4(agencyId);
  await signIn(page, `/report/${agencyId}/2024`);
  await heading(page, /柳河镇.*2024 年度报告/);
  const sign = page.getByRole('button', { name: '核定', exact: true });
  await expect(sign).toBeDisabled();
  await expect(page.getByText('还有 1 处错误没有改正，也没有豁免。')).toBeVisible();
  await tabTo(page, /^豁免：表四/);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('豁免原因（必填）')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert').filter({ hasText: '请填写豁免原因' })).toBeVisible();
  await page.keyboard.type('经核对案卷，总计含一件撤回案件');
  await sound(page, '豁免');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('经核对案卷，总计含一件撤回案件').first()).toBeVisible();
  const confirm = page.getByLabel('已对照原件核对');
  if (await confirm.isVisible()) await confirm.press('Space');
  await expect(sign).toBeEnabled();
  await tabTo(page, /^核定$/);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/第 1 版，admin/)).toBeVisible();
  await expect(page.locator('.mark', { hasText: '已核' }).first()).toBeVisible();
  const history = page.locator('.finding summary').first();
  await history.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.history li').nth(1)).toContainText(/豁免　?admin：经核对案卷/);
});

test('an answer outlives a new version, what changed is shown cell by cell, and the one who comes second keeps what was typed', async ({
  page,
}) => {
  const agencyId = ids['清河县教育局']!;
  await signIn(page, `/report/${agencyId}/2024`);
  await page.getByRole('button', { name: /^豁免：表四/ }).click();
  await page.getByLabel('豁免原因（必填）').fill('王芳正在写的理由');
  const path = { agencyId, year: 2024 };
  const { version, findings } = await server.clerk.call('reportFindings', { path });
  const { key, fingerprint, revision } = findings.find(({ finding }) => finding.check === 'T4-SUM')!;
  await server.clerk.call('answerFinding', { path, body: { version, key, fingerprint, revision, kind: 'waived', text: '先到的理由' } });
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /admin 已于 .* 豁免了这个问题/ })).toBeVisible();
  await expect(page.getByLabel('豁免原因（必填）')).toHaveValue('王芳正在写的理由');
  await expect(page.locator('.answer', { hasText: '先到的理由' })).toBeVisible();
  await handIn(
    { agency: '清河县教育局', year: 2024, figures: { ...wrong, 'disclosure.a20_5.licence.decisions': 7 } },
    '教育局2024之二.txt',
  );
  await page.goto(`${address()}/report/${agencyId}/2024`);
  await expect(page.locator('.finding', { hasText: '表四' }).first()).toContainText('已豁免');
  await page.getByRole('link', { name: '版本差异' }).click();
  await heading(page, /教育局.*版本差异/);
  await expect(page.getByText('比较了 200 格：1 格不同')).toBeVisible();
  await expect(page.locator('tbody tr')).toContainText(['行政许可']);
  await sound(page, '版本差异');
});

test('a rule is switched off with a reason, named on every sheet it would have touched, and switched on again', async ({ page }) => {
  await signIn(page, '/rules?year=2024');
  await heading(page, '规则库');
  await tabTo(page, /^停用：表四合计$/);
  await page.keyboard.press('Enter');
  await page.keyboard.type('本县复议数由司法局统一核对');
  await sound(page, '规则库');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('停用原因：本县复议数由司法局统一核对')).toBeVisible();
  await expect(page.getByText(/停用 1 条。$/)).toBeVisible();
  await page.goto(`${address()}/findings?year=2024&state=all`);
  await expect(page.getByText('已停用 1 条规则，未据此校验：')).toBeVisible();
  await expect(page.locator('.say', { hasText: '表四「' })).toHaveCount(0);
  await page.goto(`${address()}/reports?year=2024`);
  await page.getByRole('link', { name: /^打开.*石桥街道/ }).click();
  await page.getByRole('link', { name: '校验单' }).click();
  await expect(page.getByRole('article')).toContainText('表四合计（T4-SUM）：本县复议数由司法局统一核对');
  await sound(page, '校验单');
  await page.goto(`${address()}/rules?year=2024`);
  await page.getByRole('button', { name: '启用：表四合计' }).click();
  await page.getByLabel('原因（必填）').fill('恢复核对');
  await page.getByRole('button', { name: '启用', exact: true }).click();
  await expect(page.getByText(/停用 0 条。$/)).toBeVisible();
  await page.goto(`${address()}/findings?year=2024&state=all`);
  await expect(page.locator('.say', { hasText: '表四「' }).first()).toBeVisible();
});

test('the problems of a year are filtered in the address, grouped by rule, and an empty list says what was checked', async ({ page }) => {
  await signIn(page, '/findings?year=2023');
  await expect(page.getByText(/共 \d+ 处：错误/)).toBeVisible();
  await sound(page, '校验问题');
  await page.getByRole('combobox', { name: '规则', exact: true }).selectOption('T3-ROW');
  await expect(page.locator('.finding')).toHaveCount(1);
  expect(page.url()).toContain('check=T3-ROW');
  await page.getByRole('combobox', { name: '排列', exact: true }).selectOption('rule');
  await expect(page.getByRole('heading', { level: 2, name: '表三行合计（T3-ROW）' })).toBeVisible();
  await page.getByRole('link', { name: /^定位：/ }).click();
  await heading(page, /柳河镇/);
  await expect(page.locator('button[data-cell="requests.granted.natural_person"]')).toBeInViewport();
  await page.goto(`${address()}/findings?year=2023&check=PUB-DIFF`);
  await expect(page.getByText('没有符合条件的问题。')).toBeVisible();
});
