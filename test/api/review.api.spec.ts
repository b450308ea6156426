import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentView, rereadingDetail, rereadingList, review } from '@mingshu/contracts';
import { links } from '@mingshu/contracts/routes';
import { placeKey, type CellCode, type Figure } from '@mingshu/report-format';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Clerk } from '../support/clerk';
import { top, until } from '../support/programs';
import { balanced, reportText, rosterCsv } from '../support/report-text';
import { startServer, type RunningServer } from '../support/server';

let server: RunningServer;
let agencies: Map<string, string>;
beforeAll(async () => {
  server = await startServer();
  await server.clerk.importRoster(rosterCsv);
  agencies = new Map((await server.clerk.call('agencies', {})).map(({ id, name }) => [name, id]));
});
afterAll(() => server.stop());

const drawn = (name: string) => {
  const folder = join(top, 'test/fixtures/drawn', name);
  const file = readdirSync(folder).find((one) => one.startsWith('document.'))!;
  const expected = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as { figures: Record<string, Figure> };
  return { name: `${name}.${file.split('.').at(-1)}`, bytes: readFileSync(join(folder, file)), figures: expected.figures };
};
const bureau = () => agencies.get('清河县教育局')!;
const handIn = async (name: string, year: number) => {
  const document = drawn(name);
  const done = await server.clerk.handInAndWait([document], { agencyId: bureau(), year: String(year) });
  return { ...done.get(document.name)!, expected: document.figures };
};
const seen = async (year: number) => review.parse(await server.clerk.call('review', { path: { agencyId: bureau(), year }, query: {} }));

it('shows a Word file and a web page as words whose places are those of the figures', async () => {
  for (const [name, year] of [
    ['2024-docx-plain', 2024],
    ['2024-html-plain', 2023],
  ] as const) {
    const { id, expected } = await handIn(name, year);
    const view = documentView.parse(await server.clerk.call('documentView', { path: { id } }));
    if (view.kind !== 'blocks') throw new Error(view.kind);
    const cells = new Map(
      view.blocks.flatMap((block) => (block.kind === 'grid' ? block.rows.flat() : [])).map((cell) => [placeKey(cell.place), cell]),
    );
    const { report } = await seen(year);
    const figure = report.figures['requests.granted.total' as CellCode]!;
    if (figure.state !== 'number') throw new Error(figure.state);
    expect(cells.get(placeKey(figure.place))?.text).toBe(String(expected['requests.granted.total']));
  }
});

it('shows a PDF as pages with images that nobody else may keep or run', async () => {
  const { id } = await handIn('2024-pdf-drawn-lines', 2022);
  const view = documentView.parse(await server.clerk.call('documentView', { path: { id } }));
  if (view.kind !== 'pages') throw new Error(view.kind);
  const image = await server.clerk.fetch(links.pageImage(id, 1));
  expect(image.status).toBe(200);
  expect(image.headers.get('content-type')).toMatch(/^image\/(png|svg\+xml)/);
  expect(image.headers.get('cache-control')).toMatch(/^private/);
  expect(image.headers.get('x-content-type-options')).toBe('nosniff');
  expect(image.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect((await server.clerk.fetch(links.pageImage(id, view.pages.length + 1))).status).toBe(404);
  expect((await Clerk.nobody(server.address).fetch(links.pageImage(id, 1))).status).toBe(401);
});

it('corrects a cell, checks the sums again, judges next year again and takes the correction back', async () => {
  const path = { agencyId: agencies.get('清河县柳河镇人民政府')!, year: 2021 };
  await server.clerk.handInAndWait([
    { name: '柳河2022.txt', bytes: reportText({ agency: '柳河镇人民政府', year: 2022 }) },
    {
      name: '柳河2021.txt',
      bytes: reportText({ agency: '柳河镇人民政府', year: 2021, figures: { ...balanced, 'requests.granted.total': 5 } }),
    },
  ]);
  const before = await server.clerk.call('review', { path, query: {} });
  expect(before.report.findings.map(({ check }) => check)).toEqual(expect.arrayContaining(['T3-ROW']));
  const reason = '对照原件，识读有误';
  const after = review.parse(
    await server.clerk.call('correct', {
      path,
      body: { basedOn: before.report.version, changes: [{ cell: 'requests.granted.total', figure: 2 }], confirmed: [], reason },
    }),
  );
  expect(after.report.findings.filter(({ check }) => check.startsWith('T3-'))).toEqual([]);
  expect(after.report.settlements['requests.granted.total']).toMatchObject({ kind: 'corrected', by: 'admin', reason, first: { value: 5 } });
  const stale = {
    basedOn: before.report.version,
    changes: [{ cell: 'requests.granted.total' as const, figure: 3 }],
    confirmed: [],
    reason,
  };
  await expect(server.clerk.call('correct', { path, body: stale })).rejects.toMatchObject({ status: 409, code: 'version-changed' });
  const carried = [
    { cell: 'requests.carried_out.natural_person' as const, figure: 4 },
    { cell: 'requests.carried_out.total' as const, figure: 4 },
  ];
  await server.clerk.call('correct', { path, body: { basedOn: after.report.version, changes: carried, confirmed: [], reason } });
  await until(async () => {
    const next = await server.clerk.call('report', { path: { ...path, year: 2022 }, query: {} });
    return next.findings.some(({ check }) => check === 'YOY-CARRY');
  });
  const { table } = await server.clerk.call('trend', { query: { breakdown: 'flow', from: 2021, to: 2021 } });
  expect(table.notes).toContain('2021 年度有 1 个数经人工更正（清河县柳河镇人民政府 1 个），按更正后的数汇总；原件印的数见单位年报。');
  const undone = await server.clerk.call('undoCorrection', { path, body: { basedOn: after.report.version + 1, reason: '误改' } });
  expect(undone.report.figures['requests.carried_out.total']).toMatchObject({ value: 0 });
  expect(undone.report.versions.map(({ origin }) => origin)).toEqual(['undone', 'corrected', 'corrected', 'read']);
  await until(async () => {
    const next = await server.clerk.call('report', { path: { ...path, year: 2022 }, query: {} });
    return !next.findings.some(({ check }) => check === 'YOY-CARRY');
  });
});

it('stores what a person types beside a document nobody can read, and 0 nowhere by itself', async () => {
  const done = await server.clerk.handInAndWait([{ name: '损坏.docx', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3, 4]) }]);
  const submission = done.get('损坏.docx')!;
  expect(submission.status).toBe('unreadable');
  const body = {
    agencyId: agencies.get('清河县石桥街道办事处')!,
    year: 2023,
    edition: '2021' as const,
    figures: [{ cell: 'requests.granted.total' as const, figure: 6 }],
    reason: '对照原件人工录入',
  };
  const entered = await server.clerk.call('enterByHand', { path: { id: submission.id }, body });
  expect(entered).toMatchObject({ status: 'read', year: 2023, version: 1, unclearCount: 199 });
  const { report } = await server.clerk.call('review', { path: { agencyId: body.agencyId, year: 2023 }, query: {} });
  expect(report.figures['requests.granted.total']).toMatchObject({ value: 6, place: { kind: 'person' } });
  expect(report.figures['requests.partial.total']?.state).toBe('unread');
  await expect(server.clerk.call('enterByHand', { path: { id: submission.id }, body })).rejects.toMatchObject({
    code: 'submission-not-assignable',
  });
});

it('reads all documents anew in the background and finds what it had read before', async () => {
  const { id } = await server.clerk.call('startRereading', { body: {} });
  const { documents, counts } = await until(async () => {
    const now = rereadingDetail.parse(await server.clerk.call('rereading', { path: { id } }));
    return now.state === 'done' && now;
  });
  // Corrected and typed figures are not what the reader said, so they are no difference. The damaged file is damaged still.
  expect(documents.map(({ fileName, state }) => [fileName, state])).toEqual([['损坏.docx', 'failed']]);
  expect(counts.same).toBeGreaterThan(3);
  const list = rereadingList.parse(await server.clerk.call('rereadings', {}));
  expect([list.outdated, list.rereadings[0]?.state, list.rereadings[0]?.by]).toEqual([0, 'done', 'admin']);
});
