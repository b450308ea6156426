import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { sound, tabTo } from '../support/keyboard';
import { administratorPassword } from '../support/programs';
import { balanced, reportHtml, reportText, rosterCsv } from '../support/report-text';
import { startServer, type RunningServer } from '../support/server';

/** A county of its own with one report, and the county's site beside it. */
let server: RunningServer;
let site: Server;
let place: string;
const town = { agency: '柳河镇人民政府', year: 2024 };
const shown = { figures: { ...balanced, 'disclosure.a20_5.licence.decisions': 9 } };
test.beforeAll(async () => {
  site = createServer((_, response) =>
    response
      .setHeader('content-type', 'text/html')
      .end(reportHtml({ ...town, ...shown }).replace('<h1>', '<p>发布日期：2025-02-05</p><h1>')),
  );
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  place = `127.0.0.1:${(site.address() as AddressInfo).port}`;
  server = await startServer({ ADDRESS_TEST_PLACES: place });
  await server.clerk.importRoster(rosterCsv);
  await server.clerk.handInAndWait([{ name: '柳河.txt', bytes: reportText(town) }]);
  await server.clerk.call('saveAddressRule', { body: { isOn: true, hosts: ['www.qinghe.gov.cn'] } });
});
test.afterAll(async () => {
  await server.stop();
  site.close();
});

test('by keyboard alone a clerk has a page fetched, sees the cell that differs, goes to it, and puts the record right', async ({
  page,
}) => {
  await page.goto(`${server.address}/publication?year=2024`);
  await page.getByLabel('密码').fill(administratorPassword);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '发布核对' })).toBeFocused();
  await expect(page.getByText('还没有登记任何发布网址')).toBeVisible();
  await sound(page, 'empty');
  await tabTo(page, /^登记：.*柳河镇/);
  await page.keyboard.press('Enter');
  await tabTo(page, /发布网址/);
  await page.keyboard.type(`http://${place}/gk/t20250101.html`);
  await page.keyboard.press('Enter');
  await expect(page.getByText('公开的与第 1 版（尚未核定）有 1 格不同，199 格相同。').first()).toBeVisible();
  await expect(page.getByRole('row', { name: /柳河镇.*抓取.*2025-02-05.*晚 5.*不一致/ })).toBeVisible();
  await sound(page, 'difference open');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: '发布核对' })).toBeVisible();
  await tabTo(page, /定位：表二「行政许可」/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /柳河镇.*2024 年度报告/ })).toBeVisible();
  await expect(page.locator('button[data-cell="disclosure.a20_5.licence.decisions"]')).toBeInViewport();
  await expect(page.getByText('列公开的是 9，备案的是 0。').first()).toBeVisible();
  await expect(page.getByText(/应于 2025年1月31日前公开，实际 2025年2月5日公开，逾期 5 天/)).toBeVisible();
  await page.goBack();
  await tabTo(page, /^撤回 .* 的记录/);
  await page.keyboard.press('Enter');
  await page.keyboard.type('网址填错');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('已撤回这条发布记录。')).toBeVisible();
  await expect(page.getByText(/已撤回：网址填错（admin/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^详情：.*柳河镇/ })).toBeFocused();
  await sound(page, 'withdrawn');
});

test('the workbench leads to what differs, and to the lists of what is signed and published', async ({ page }) => {
  const agencyId = (await server.clerk.call('agencies', {})).find(({ name }) => name.includes('柳河镇'))!.id;
  const path = { agencyId, year: 2024 };
  const body = new FormData();
  body.append('agencyId', agencyId);
  body.append('address', 'https://www.qinghe.gov.cn/nb/1');
  await server.clerk.call('registerPublication', { path, body });
  const { version, revision } = await server.clerk.call('reportFindings', { path });
  await server.clerk.call('signOff', { path, body: { version, revision, confirmed: true } });
  await page.goto(`${server.address}/?year=2024`);
  await page.getByLabel('密码').fill(administratorPassword);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: /^1 ?已发布/ }).click();
  await expect(page.getByRole('row', { name: /柳河镇.*已发布.*人工登记/ })).toBeVisible();
  await sound(page, 'roster');
  await server.clerk.call('lookAtPublication', { path, body: { agencyId, address: `http://${place}/gk/1.html` } });
  await expect(async () => {
    await page.goto(`${server.address}/?year=2024`);
    await expect(page.getByText('发布不一致：清河县柳河镇人民政府')).toBeVisible();
  }).toPass();
  await page.getByRole('link', { name: /^看差异：发布不一致/ }).click();
  await expect(page.getByText(/有 1 格不同，199 格相同/).first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: '打印' })).toBeHidden();
  await expect(page.getByRole('columnheader', { name: '与备案比对' })).toBeVisible();
});
