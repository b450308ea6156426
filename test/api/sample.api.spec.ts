import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../support/programs';
import { startServer, type RunningServer } from '../support/server';

/** Every finding the sample county is meant to show, and no other: agency, year, check, how often. */
const planted = [
  ['东坪镇', 2022, 'T3-ROW', 1],
  ['东坪镇', 2022, 'T3-SUM', 1],
  ['东坪镇', 2023, 'TXT-SUM', 1],
  ['公安局', 2022, 'TXT-PCT', 1],
  ['公安局', 2023, 'T3-COL', 2],
  ['公安局', 2024, 'T4-2024', 1],
  ['卫生健康局', 2023, 'T2-ALLDEC', 1],
  ['卫生健康局', 2024, 'TXT-GROWTH', 1],
  ['人民政府办公室', 2023, 'S1-LEN', 1],
  ['人民政府办公室', 2024, 'TXT-ALLDONE', 1],
  ['双桥镇', 2021, 'T2-SANE', 1],
  ['双桥镇', 2022, 'YOY-STOCK', 1],
  ['双桥镇', 2023, 'NUM-FORMAT', 1],
  ['双桥镇', 2024, 'DUP-TEXT', 1],
  ['城关镇', 2022, 'T2-FEEUNIT', 1],
  ['城关镇', 2023, 'BLANK-PART', 1],
  ['城关镇', 2023, 'T2-FEEUNIT', 1],
  ['城关镇', 2024, 'TXT-FEE', 1],
  ['大坝乡', 2021, 'BLANK-ALL', 1],
  ['大坝乡', 2024, 'DUP-TEXT', 1],
  ['教育局', 2021, 'PERIOD', 1],
  ['教育局', 2023, 'TXT-REQ', 1],
  ['新城街道', 2022, 'HEAD-6', 1],
  ['新城街道', 2024, 'HEAD-6', 1],
  ['朝阳街道', 2020, 'YOY-ITEMS19', 1],
  ['朝阳街道', 2022, 'S5-PAIR', 1],
  ['柳林乡', 2023, 'T3-COL', 1],
  ['柳林乡', 2023, 'T3-ROW', 1],
  ['柳林乡', 2023, 'T3-SUM', 1],
  ['柳林乡', 2024, 'YEAR-TEXT', 1],
  ['柳河镇', 2022, 'ED-MATCH', 1],
  ['柳河镇', 2023, 'ED-CITE', 1],
  ['民政局', 2022, 'TXT-DOC', 1],
  ['河口镇', 2020, 'T3-COL', 1],
  ['河口镇', 2020, 'T3-ROW', 1],
  ['河口镇', 2021, 'YOY-CARRY', 1],
  ['河口镇', 2023, 'S1-ASSESS', 1],
  ['白石镇', 2021, 'TYPO', 1],
  ['白石镇', 2023, 'T2-RULE0', 1],
  ['白石镇', 2023, 'YOY-STOCK', 1],
  ['白石镇', 2024, 'DUP-TEXT', 1],
  ['白石镇', 2024, 'YOY-STOCK', 1],
  ['石桥街道', 2021, 'T4-SUM', 1],
  ['石桥街道', 2023, 'S1-FIVE', 1],
  ['自然资源局', 2022, 'TXT-CASE', 1],
  ['自然资源局', 2024, 'YOY-CARRY', 2],
  ['青山乡', 2019, 'BLANK-PART', 1],
  ['青山乡', 2023, 'NAME-TEXT', 1],
  // Of dates, returns and publication, judged whenever they are asked.
  ['大坝乡', 2023, 'LATE', 1],
  ['民政局', 2023, 'LATE', 1],
  ['石桥街道', 2021, 'RETURNED', 1],
  ['新城街道', 2023, 'PUB-DIFF', 1],
];

/** What the sample county's office signed, returned and saw published. */
const statuses: Record<string, string> = {
  '石桥街道 2021': 'returned',
  '朝阳街道 2023': 'published',
  '自然资源局 2023': 'published',
  '新城街道 2023': 'signed',
};

let server: RunningServer;
beforeAll(async () => (server = await startServer({ MINGSHU_SAMPLE: 'on' })));
afterAll(() => server.stop());

it('is handed in through the queue: 112 documents of agencies and 3 of the county itself, each read and named', async () => {
  await until(async () => (await server.clerk.call('county', {})).sample.state === 'present');
  const { counts } = await server.clerk.call('submissions', { query: {} });
  expect(counts).toMatchObject({ read: 115, unassigned: 0, unreadable: 0, not_a_report: 0, duplicate: 0 });
  expect(await server.clerk.call('county', {})).toMatchObject({
    name: '清河县',
    years: [2019, 2020, 2021, 2022, 2023, 2024],
    sample: { total: 115, done: 115 },
  });
});

it('shows every planted finding and no other', async () => {
  const years = [2019, 2020, 2021, 2022, 2023, 2024];
  const all = async () => {
    const found = new Map<string, number>();
    for (const year of years) {
      const { lines } = await server.clerk.call('ledger', { path: { year } });
      for (const { agencyId, agencyName, status } of lines.filter((line) => line.status !== 'not_filed')) {
        const view = await server.clerk.call('reportFindings', { path: { agencyId, year } });
        const findings = view.findings.map(({ finding }) => finding);
        const name = agencyName.replace(/^清河县|人民政府$|办事处$/g, '');
        expect([name, year, status]).toEqual([
          name,
          year,
          statuses[`${name} ${year}`] ?? (view.open.errors > 0 ? 'has_errors' : 'received'),
        ]);
        for (const { check } of findings) {
          const key = JSON.stringify([name, year, check]);
          found.set(key, (found.get(key) ?? 0) + 1);
        }
      }
    }
    return [...found]
      .map(([key, count]) => [...(JSON.parse(key) as unknown[]), count])
      .sort((one, other) => String(one).localeCompare(String(other)));
  };
  const wanted = [...planted].sort((one, other) => String(one).localeCompare(String(other)));
  // Who was copied from is judged anew as soon as the copy is found.
  await until(
    async () =>
      (await all()).filter(([, , check]) => check === 'DUP-TEXT').length === wanted.filter(([, , check]) => check === 'DUP-TEXT').length,
  );
  expect(await all()).toEqual(wanted);
});

it('finds what is planted between the county’s own report and its agencies, and counts it among no agencies', async () => {
  const { own } = await server.clerk.call('county', {});
  const ofCounty = async (year: number) => {
    const { report, differs, notAssessable, agrees, findings, untested } = await server.clerk.call('countyReport', {
      path: { year },
      query: {},
    });
    return {
      report: report?.name,
      rows: [differs, notAssessable, agrees].map(({ rows }) => rows.length),
      findings: findings.map(({ check, subject }) => `${check} ${subject}`),
      untested: untested.map(({ check, count }) => `${check} ${count}`),
    };
  };
  expect(await ofCounty(2019)).toEqual({ report: own.name, rows: [0, 0, 197], findings: [], untested: [] });
  expect(await ofCounty(2023)).toEqual({
    report: own.name,
    rows: [6, 0, 194],
    findings: [
      'AGG-SUM T4-SUM:disputes.review.total',
      'AGG-PUB disclosure.a20_1.regulation.in_force',
      'AGG-PUB disclosure.a20_5.licence.decisions',
      'AGG-PUB requests.new_received.natural_person',
      'AGG-PUB requests.new_received.total',
      'AGG-PUB requests.settled.natural_person',
      'AGG-PUB disputes.review.total',
    ],
    untested: ['AGG-SUM 3'],
  });
  const of2024 = await ofCounty(2024);
  expect(of2024).toMatchObject({ rows: [0, 200, 0], untested: ['AGG-PUB 200'] });
  expect(of2024.findings).toHaveLength(1);
  expect(await ofCounty(2022)).toMatchObject({ report: undefined, rows: [0, 200, 0] });
  for (const year of [2019, 2023, 2024])
    expect((await server.clerk.call('report', { path: { agencyId: own.id, year }, query: {} })).findings).toEqual([]);
  expect((await server.clerk.call('agencies', {})).map(({ id }) => id)).not.toContain(own.id);
  expect((await server.clerk.call('ledger', { path: { year: 2023 } })).lines).toHaveLength(19);
});

it('leaves the two missing reports visible as missing', async () => {
  const { table } = await server.clerk.call('trend', { query: {} });
  expect(table.rows.map(({ heading, filed, due, missing }) => [heading, filed, due, missing])).toEqual([
    ['2019', 19, 19, []],
    ['2020', 19, 19, []],
    ['2021', 19, 19, []],
    ['2022', 18, 19, ['清河县大坝乡人民政府']],
    ['2023', 19, 19, []],
    ['2024', 18, 19, ['清河县民政局']],
  ]);
});

it('names who has handed nothing in and by how many days', async () => {
  const outstanding = async (year: number) =>
    (await server.clerk.call('yearFindings', { path: { year }, query: { check: 'LATE' } })).outstanding.map(
      ({ finding }) => finding.sentence,
    );
  expect(await outstanding(2022)).toEqual([
    expect.stringMatching(/^清河县大坝乡人民政府 2022 年度报告应于 2023年1月31日前报送，至.*尚未报送，逾期 \d+ 天。$/),
  ]);
  expect(await outstanding(2024)).toEqual([expect.stringContaining('清河县民政局')]);
  expect(await outstanding(2021)).toEqual([]);
});

it('is removed at once and does not come back', async () => {
  await server.clerk.call('removeSample', {});
  expect(await server.clerk.call('agencies', {})).toEqual([]);
  expect(await server.clerk.call('county', {})).toMatchObject({ name: '本县', years: [], sample: { state: 'absent' } });
  await server.program.end();
  const again = await server.again();
  expect((await again.clerk.call('county', {})).sample.state).toBe('absent');
  await again.program.end();
});
