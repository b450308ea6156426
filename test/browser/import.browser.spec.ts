import { expect, test, type Page } from '@playwright/test';
import { sound } from '../support/keyboard';
import { administratorPassword } from '../support/programs';
import { reportText } from '../support/report-text';
import { writeZip } from '../support/write-zip';

const address = () => process.env.MINGSHU_ADDRESS ?? '';
const file = (name: string, content: string | Buffer) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });

async function signIn(page: Page, at: string): Promise<void> {
  await page.goto(address() + at);
  await page.getByLabel('密码').fill(administratorPassword);
  await page.getByLabel('密码').press('Enter');
}

test('dropped files beyond one request arrive as one batch, are put away together, and one can be brought back', async ({ page }) => {
  await signIn(page, '/import');
  await page.locator('.drop').waitFor();
  await page.evaluate(() => {
    const dropped = new DataTransfer();
    for (let at = 0; at < 45; at += 1)
      dropped.items.add(new File([`第 ${at} 张便条，不是年度报告，只是一句不相干的话而已。`], `便条${at}.txt`));
    dropped.items.add(new File(['x'], 'Thumbs.db'));
    document.querySelector('.drop')!.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));
  });
  await expect(page.getByText('共 45 份：不是年报 45')).toBeVisible();
  await expect(page.getByText('另有 1 个系统附带的文件')).toBeVisible();
  await page.getByRole('button', { name: '移除 便条7.txt' }).click();
  await expect(page.getByText('“便条7.txt”已移除。')).toBeVisible();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByText('共 45 份：不是年报 45')).toBeVisible();
  await page.getByLabel('选中本页全部可处理的文件').check();
  await sound(page);
  await page.getByRole('form', { name: '对选中的文件' }).getByRole('button', { name: '移除' }).click();
  await expect(page.getByText('共 45 份：已移除 45')).toBeVisible();
});

test('an archive shows what came out of it and what did not; an uncertain agency is settled with one click and remembered', async ({
  page,
}) => {
  await signIn(page, '/import');
  const bundle = writeZip([
    { name: '大坝/2031.txt', content: reportText({ agency: '大坝', year: 2031 }) },
    { name: '大坝/2032.txt', content: reportText({ agency: '大坝', year: 2032 }) },
    { name: '__MACOSX/._x', content: 'x' },
  ]);
  await page.locator('#files').setInputFiles([file('大坝两年.zip', bundle)]);
  await expect(page.getByText('已展开 2 个文件，跳过 1 个。')).toBeVisible();
  await page.getByText('跳过的 1 个').click();
  await expect(page.getByText('__MACOSX/._x：苹果电脑自动附带的文件')).toBeVisible();
  const row = page.locator('tr', { hasText: '2031.txt' });
  await row.getByText('文件中各处怎么写').click();
  await expect(row.getByText('单位 · 标题')).toBeVisible();
  await sound(page);
  await row.getByLabel('记住“大坝”这个写法').check();
  await row.getByRole('button', { name: '清河县大坝乡人民政府' }).click();
  await expect(row).toContainText('已读入清河县大坝乡人民政府 2031 年度报告');
  await expect(page.locator('tr', { hasText: '2032.txt' })).toContainText('已读入清河县大坝乡人民政府 2032 年度报告');
});

test('an administrator switches addresses on; one that leads inside is refused with what to do', async ({ page }) => {
  await signIn(page, '/settings');
  await page.getByLabel('启用从网址导入').check();
  await page.getByLabel(/允许的网站/).fill('https://www.qinghe.gov.cn/gk/');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已启用，可从 1 个网站导入。')).toBeVisible();
  await sound(page);
  await page.goto(`${address()}/import`);
  await page.getByRole('textbox', { name: '从网址导入' }).fill('http://169.254.169.254/latest/meta-data/');
  await page.getByRole('button', { name: '打开' }).click();
  await expect(page.getByRole('alert')).toContainText('这个网站不在允许的名单里。');
  await sound(page);
});
