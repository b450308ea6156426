import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../support/programs';
import { startServer, type RunningServer } from '../support/server';

/** Every finding the sample county is meant to show, and no other: agency, year, check, how often. */
const planted = [
  ['东坪镇', 2022, 'T3-ROW', 1],
  ['东坪镇', 2022, 'T3-SUM', 1],
  ['公安局', 2023, 'T3-COL', 2],
  ['柳林乡', 2023, 'T3-COL', 1],
  ['柳林乡', 2023, 'T3-ROW', 1],
  ['柳林乡', 2023, 'T3-SUM', 1],
  ['河口镇', 2020, 'T3-COL', 1],
  ['河口镇', 2020, 'T3-ROW', 1],
  ['河口镇', 2021, 'YOY-CARRY', 1],
  ['石桥街道', 2021, 'T4-SUM', 1],
  ['自然资源局', 2024, 'YOY-CARRY', 2],
];

let server: RunningServer;
beforeAll(async () => (server = await startServer({ MINGSHU_SAMPLE: 'on' })));
afterAll(() => server.stop());

it('is handed in through the queue: 112 documents, each read and named', async () => {
  await until(async () => (await server.clerk.call('county', {})).sample.state === 'present');
  const { counts } = await server.clerk.call('submissions', { query: {} });
  expect(counts).toMatchObject({ read: 112, unassigned: 0, unreadable: 0, not_a_report: 0, duplicate: 0 });
  expect(await server.clerk.call('county', {})).toMatchObject({
    name: '清河县',
    years: [2019, 2020, 2021, 2022, 2023, 2024],
    sample: { total: 112, done: 112 },
  });
});

it('shows every planted finding and no other', async () => {
  const years = [2019, 2020, 2021, 2022, 2023, 2024];
  const all = async () => {
    const found = new Map<string, number>();
    for (const year of years) {
      const { lines } = await server.clerk.call('ledger', { path: { year } });
      for (const { agencyId, agencyName, status } of lines.filter((line) => line.status !== 'not_filed')) {
        const { findings } = await server.clerk.call('report', { path: { agencyId, year }, query: {} });
        expect(status).toBe(findings.some(({ severity }) => severity === 'error') ? 'has_errors' : 'received');
        for (const { check } of findings) {
          const key = JSON.stringify([agencyName.replace(/^清河县|人民政府$|办事处$/g, ''), year, check]);
          found.set(key, (found.get(key) ?? 0) + 1);
        }
      }
    }
    return [...found]
      .map(([key, count]) => [...(JSON.parse(key) as unknown[]), count])
      .sort((one, other) => String(one).localeCompare(String(other)));
  };
  const wanted = [...planted].sort((one, other) => String(one).localeCompare(String(other)));
  expect(await all()).toEqual(wanted);
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

it('is removed at once and does not come back', async () => {
  await server.clerk.call('removeSample', {});
  expect(await server.clerk.call('agencies', {})).toEqual([]);
  expect(await server.clerk.call('county', {})).toMatchObject({ name: '本县', years: [], sample: { state: 'absent' } });
  await server.program.end();
  const again = await server.again();
  expect((await again.clerk.call('county', {})).sample.state).toBe('absent');
  await again.program.end();
});
