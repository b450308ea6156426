import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../support/programs';
import { balanced, reportText, rosterCsv } from '../support/report-text';
import { startServer, type RunningServer } from '../support/server';

/** 青石镇 was made of 柳河镇 and 石桥街道 in 2024; together they carried 3 requests over, and it carried 2 in. */
let server: RunningServer;
const ids: Record<string, string> = {};
const [town, street, heir] = ['清河县柳河镇人民政府', '清河县石桥街道办事处', '清河县青石镇人民政府'] as const;
const carrying = (cell: 'carried_in' | 'carried_out', count: number) => ({
  ...balanced,
  [`requests.${cell}.natural_person`]: count,
  [`requests.${cell}.total`]: count,
});

beforeAll(async () => {
  server = await startServer();
  await server.clerk.importRoster(`${rosterCsv}\r\n4,${heir},镇,青石镇,2024,`);
  const filed = [
    { agency: town, year: 2023, figures: carrying('carried_out', 2) },
    { agency: street, year: 2023, figures: carrying('carried_out', 1) },
    { agency: heir, year: 2024, figures: carrying('carried_in', 2) },
  ];
  const done = await server.clerk.handInAndWait(filed.map((one) => ({ name: `${one.agency}.txt`, bytes: reportText(one) })));
  expect([...done.values()].map(({ status }) => status)).toEqual(['read', 'read', 'read']);
  for (const { name, id } of await server.clerk.call('agencies', {})) ids[name] = id;
});
afterAll(() => server.stop());

const lineageOf = async (name: string) => (await server.clerk.call('agencies', {})).find((one) => one.name === name)!.lineage;
const record = async (name: string, kind: 'merged' | 'split', predecessors: readonly string[]) =>
  server.clerk.call('saveLineage', {
    path: { id: ids[name]! },
    body: { kind, sinceYear: 2024, predecessorIds: predecessors.map((one) => ids[one]!), basedOn: (await lineageOf(name))?.at ?? null },
  });
/** What is said of the carry-over of the heir's persons, once the queue has judged it anew. */
const carryOver = () =>
  server.clerk
    .call('reportFindings', { path: { agencyId: ids[heir]!, year: 2024 } })
    .then(({ findings }) => findings.filter(({ finding }) => finding.check === 'YOY-CARRY').map(({ finding }) => finding.sentence));

it('holds a merged agency against the sum of those it came from, as soon as that is recorded', async () => {
  expect(await carryOver()).toEqual([]);
  await record(heir, 'merged', [town, street]);
  const said = await until(async () => {
    const sentences = await carryOver();
    return sentences.length > 0 && sentences;
  });
  expect(said.join()).toMatch(/应为 3，填写 2（少 1）。依据：前身清河县柳河镇人民政府 2 \+ 清河县石桥街道办事处 1/);
  expect(await lineageOf(heir)).toMatchObject({ kind: 'merged', sinceYear: 2024 });
});

it('judges nothing any more once it is recorded as a split', async () => {
  await record(heir, 'split', [town]);
  await until(async () => (await carryOver()).length === 0);
});

it('is refused where it cannot be, where somebody was quicker, and keeps a predecessor from being removed', async () => {
  await expect(record(heir, 'merged', [heir])).rejects.toMatchObject({ code: 'lineage-not-possible' });
  const stale = { kind: 'merged' as const, sinceYear: 2024, predecessorIds: [ids[town]!], basedOn: null };
  await expect(server.clerk.call('saveLineage', { path: { id: ids[heir]! }, body: stale })).rejects.toMatchObject({
    status: 409,
    code: 'version-changed',
  });
  await expect(record(town, 'merged', [heir])).rejects.toMatchObject({ code: 'lineage-not-possible' });
  await expect(server.clerk.call('removeAgency', { path: { id: ids[town]! } })).rejects.toMatchObject({ status: 409 });
});
