import { expect, it } from 'vitest';
import { pageLinks } from './page-links';

const page = (body: string, head = '') =>
  new TextEncoder().encode(`<!doctype html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`);
const at = 'https://www.qinghe.example/gk/nb/index.html';

it('knows links to reports by what they say, as absolute addresses, each once', () => {
  const { reports } = pageLinks(
    page(`<ul>
      <li><a href="./202501/t1.html" title="柳河镇2024年政府信息公开工作年度报告">柳河镇2024年政府信息公开工作…</a></li>
      <li><a href="/gk/nb/202501/t1.html#top">柳河镇2024年政府信息公开工作年度报告</a></li>
      <li><a href="//www.qinghe.example/a/2">教育局 2024年度政府信息公开年报</a></li>
      <li><a href="javascript:void(0)">石桥镇2024年政府信息公开工作年度报告</a></li>
      <li><a href="/jd">2024年政府信息公开工作年度报告解读</a></li>
      <li><a href="/lxwm">联系我们</a></li></ul>`),
    at,
  );
  expect(reports).toEqual([
    { address: 'https://www.qinghe.example/gk/nb/202501/t1.html', text: '柳河镇2024年政府信息公开工作年度报告' },
    { address: 'https://www.qinghe.example/a/2', text: '教育局 2024年度政府信息公开年报' },
  ]);
});

it('knows attachments by their file', () => {
  const { attachments } = pageLinks(
    page(
      '<a href="P0202501.docx">附件1：年报表格</a><a href="/x/%E8%A1%A8.pdf"></a><a href="/x.php?a=b.pdf">别的</a>',
      '<base href="https://files.qinghe.example/d/">',
    ),
    at,
  );
  expect(attachments).toEqual([
    { address: 'https://files.qinghe.example/d/P0202501.docx', text: '附件1：年报表格' },
    { address: 'https://files.qinghe.example/x/%E8%A1%A8.pdf', text: '表.pdf' },
  ]);
});

it.each([
  ['<span>发布日期：</span><span>2025-01-22 10:05</span>', { day: '2025-01-22', printed: '发布日期:2025-01-22' }],
  ['<p>【发布时间：2025年2月3日】 成文日期：2025年1月20日</p>', { day: '2025-02-03', printed: '发布时间:2025年2月3' }],
  ['<p>发布日期：2025-01-22</p><footer>发布日期：2025-01-22</footer>', { day: '2025-01-22', printed: '发布日期:2025-01-22' }],
  ['<p>生成日期：2025-01-22</p><a href="/202501/t20250122_1.html">年报</a>', null],
  ['<p>发布日期：2025-01-22</p><p>发布日期：2025-03-01</p>', null],
  ['<p>发布日期：2025-13-45</p><script>var a = "发布日期：2025-01-22"</script>', null],
])('reads the day of publication a page prints from %s', (body, printed) => {
  expect(pageLinks(page(body), at).published).toEqual(printed);
});

it('finds none in what is no page', () => {
  expect(pageLinks(new TextEncoder().encode('%PDF-1.7 <a href="/x.pdf">'), at)).toMatchObject({ isPage: false, attachments: [] });
});
