import { expect, test, type Page } from '@playwright/test';
import { sound } from '../support/keyboard';
import { administratorPassword } from '../support/programs';

const address = () => process.env.MINGSHU_ADDRESS ?? '';

async function signIn(page: Page, at = '/'): Promise<void> {
  await page.goto(address() + at);
  await page.getByLabel('密码').fill(administratorPassword);
  await page.getByLabel('密码').press('Enter');
}
/** Opens the review of the report that the sample county has a wrong sum in. */
async function openReview(page: Page): Promise<void> {
  await signIn(page, '/reports?year=2023');
  await page.getByRole('link', { name: /^打开.*柳林乡/ }).click();
  await page.getByRole('link', { name: '对照原件核对' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /识别核对：.*柳林乡/ })).toBeVisible();
}

test('a clerk corrects a wrong total by keyboard alone, sees the sums mend, and can take it back', async ({ page }) => {
  await openReview(page);
  const broken = page.getByRole('button', { name: /不平/ }).first();
  await expect(broken).toContainText(/不平 [1-9]/);
  await page.keyboard.press('n');
  const cell = page.locator('button[data-cell="requests.settled.natural_person"]');
  await expect(cell).toBeFocused();
  // The original shows the same cell, outlined.
  await expect(page.locator('.pane .here, .pane .outline')).toBeVisible();
  await page.keyboard.press('e');
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/→ 5，.*已平。/)).toBeVisible();
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog', { name: /保存 1 格更正/ });
  await expect(dialog.getByLabel('更正原因')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('请填写更正的原因');
  await sound(page, '保存');
  await page.keyboard.type('对照原件，识读有误');
  await page.keyboard.press('Enter');
  await expect(page.getByText('已保存为第 2 版。')).toBeVisible();
  await expect(broken).toContainText('不平 0');
  await cell.focus();
  await expect(page.getByRole('complementary', { name: '这一格的依据' })).toContainText('对照原件，识读有误');
  await page.locator('.bar').getByRole('link', { name: '单位年报' }).click();
  await expect(page.getByRole('button', { name: /（七）总计」行「自然人」列：5.*人工更正/ })).toBeVisible();
  await page.goBack();
  await page.getByRole('button', { name: '撤销上次更正' }).press('Enter');
  await expect(page.getByText(/已撤销.*第 3 版/)).toBeVisible();
  await expect(broken).toContainText(/不平 [1-9]/);
});

test('what was typed and not saved is offered again after a reload', async ({ page }) => {
  await openReview(page);
  const cell = page.locator('button[data-cell="requests.granted.natural_person"]');
  await cell.click();
  await page.keyboard.press('F2');
  await page.keyboard.type('77');
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText(/77/);
  await page.reload();
  await expect(page.getByText(/1 格没有保存的内容/)).toBeVisible();
  await page.getByRole('button', { name: '恢复' }).click();
  await expect(cell).toHaveText(/77/);
  await page.keyboard.press('Control+z');
  await expect(cell).not.toHaveText(/77/);
});

test('the second of two clerks is told who was first, and keeps what was typed', async ({ page, context }) => {
  await openReview(page);
  const other = await context.newPage();
  await other.goto(page.url());
  const change = async (on: Page, cell: string, value: string) => {
    await on.locator(`button[data-cell="${cell}"]`).click();
    await on.keyboard.type(value);
    await on.keyboard.press('Enter');
    await on.keyboard.press('Control+s');
    await on.getByRole('button', { name: '填报单位来函更正' }).click();
    await on.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  };
  await change(other, 'requests.granted.enterprise', '3');
  await expect(other.getByText(/已保存为第 \d 版。/)).toBeVisible();
  await other.close();
  await change(page, 'requests.granted.research', '4');
  await expect(page.getByRole('alert')).toContainText(/admin于 .*已保存第 \d 版.*您填写的\s+1 格还在/);
  await page.getByRole('button', { name: '在新版本上应用' }).click();
  await expect(page.locator('button[data-cell="requests.granted.enterprise"]')).toHaveText(/3/);
  await expect(page.locator('button[data-cell="requests.granted.research"]')).toHaveText(/4/);
  await expect(page.getByRole('button', { name: '保存 1 格' })).toBeEnabled();
});

test('a block from a sheet is shown before it is taken, and its blank fields stay blank', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openReview(page);
  await page.locator('button[data-cell="requests.carried_out.enterprise"]').click();
  await page.evaluate(() => navigator.clipboard.writeText('6\t\t8\t9\t1\t2\t3'));
  await page.keyboard.press('Control+v');
  const dialog = page.getByRole('dialog', { name: '粘贴预览' });
  await expect(dialog).toContainText('1 行 × 7 列');
  await expect(dialog).toContainText('有 1 个值超出这张表的范围');
  await sound(page, '粘贴');
  await dialog.getByRole('button', { name: '填入 6 格' }).click();
  await expect(page.locator('button[data-cell="requests.carried_out.enterprise"]')).toHaveText(/6/);
  await expect(page.locator('button[data-cell="requests.carried_out.research"]')).toHaveText(/—/);
});

test('a document nobody can read is typed in beside it; the pages have no fault of accessibility', async ({ page }) => {
  await openReview(page);
  await sound(page, '识别核对');
  await page.goto(`${address()}/import`);
  await page
    .locator('#files')
    .setInputFiles([{ name: '坏文件.docx', mimeType: 'application/octet-stream', buffer: Buffer.from([0x50, 0x4b, 3, 4, 9, 9, 9]) }]);
  await page.getByRole('link', { name: '手工录入 坏文件.docx' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '手工录入' })).toBeVisible();
  await page.getByRole('combobox', { name: '单位' }).fill('清河县大坝乡人民政府');
  await page.getByRole('spinbutton', { name: '年度' }).fill('2021');
  await page.locator('button[data-cell="requests.new_received.natural_person"]').click();
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: '录入情况' })).toContainText('未录入 199 格');
  await sound(page, '手工录入');
  await page.getByRole('button', { name: '保存 1 格' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /识别核对：清河县大坝乡人民政府 2021/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /存疑 199/ })).toBeVisible();
});

test('all documents are read anew and what differs is told; nothing is changed by itself', async ({ page }) => {
  await signIn(page, '/import');
  await page.getByRole('link', { name: '重新识读' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '重新识读' })).toBeVisible();
  await page.getByLabel('范围').selectOption('2022 年度');
  await page.getByRole('button', { name: '开始重新识读' }).click();
  await expect(page.getByText('已完成', { exact: true })).toBeVisible();
  await expect(page.getByText(/\d+ 份文件的识读与原来完全相同。/)).toBeVisible();
  await sound(page, '重新识读');
});
