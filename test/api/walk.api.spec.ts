import { links } from '@mingshu/contracts/routes';
import { reportDetail, submissionList, trendAnswer } from '@mingshu/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { balanced, reportHtml, reportText, rosterCsv } from '../support/report-text';
import { startServer, type RunningServer } from '../support/server';
import { until } from '../support/programs';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
  const imported = await server.clerk.importRoster(rosterCsv);
  expect(imported).toMatchObject({ applied: true, added: ['清河县柳河镇人民政府', '清河县石桥街道办事处', '清河县教育局'], faults: [] });
});
afterAll(() => server.stop());

const agencyId = async (name: string) => (await server.clerk.call('agencies', {})).find((agency) => agency.name.includes(name))!.id;

describe('the way of one report', () => {
  it('takes the county’s name from its roster', async () => {
    expect((await server.clerk.call('county', {})).name).toBe('清河县');
  });

  it('reads a text and a web page, names agency and year, and stores every cell', async () => {
    const done = await server.clerk.handInAndWait([
      { name: '柳河.txt', bytes: reportText({ agency: '柳河镇人民政府', year: 2023 }) },
      {
        name: '石桥.html',
        bytes: reportHtml({ agency: '清河县石桥街道办事处', year: 2023, figures: { ...balanced, 'requests.granted.total': 'blank' } }),
      },
    ]);
    expect([...done.values()].map(({ status, agencyName, year }) => [status, agencyName, year])).toEqual(
      expect.arrayContaining([
        ['read', '清河县柳河镇人民政府', 2023],
        ['read', '清河县石桥街道办事处', 2023],
      ]),
    );
    const report = await server.clerk.call('report', { path: { agencyId: await agencyId('柳河镇'), year: 2023 }, query: {} });
    reportDetail.parse(report);
    expect(Object.keys(report.figures)).toHaveLength(200);
    expect(report.figures['requests.granted.total']).toMatchObject({ state: 'number', value: 2, printed: '2', place: { kind: 'line' } });
    expect(report.verdicts.broken).toBe(0);
    expect(report.verdicts.holds).toBeGreaterThanOrEqual(42);
    expect(report.untested).toContainEqual({ check: 'YOY-CARRY', count: 7, why: '没有上年报告' });
    expect(report.switchedOff).toEqual([]);
    const bridge = await server.clerk.call('report', { path: { agencyId: await agencyId('石桥'), year: 2023 }, query: {} });
    expect(bridge.figures['requests.granted.total']?.state).toBe('blank');
  });

  it('finds a wrong sum and says where it sits', async () => {
    await server.clerk.handInAndWait([
      {
        name: '教育局.txt',
        bytes: reportText({ agency: '清河县教育局', year: 2023, figures: { ...balanced, 'requests.granted.natural_person': 5 } }),
      },
    ]);
    const { findings } = await server.clerk.call('report', { path: { agencyId: await agencyId('教育局'), year: 2023 }, query: {} });
    expect(findings.map(({ check }) => check)).toEqual(['T3-SUM', 'T3-ROW']);
    expect(findings[0]?.likely).toEqual({ cell: 'requests.granted.natural_person', value: 2 });
  });

  it('makes a new version when the agency hands in again, and the newest stands', async () => {
    await server.clerk.handInAndWait([{ name: '教育局（改）.txt', bytes: reportText({ agency: '清河县教育局', year: 2023 }) }]);
    const id = await agencyId('教育局');
    const report = await server.clerk.call('report', { path: { agencyId: id, year: 2023 }, query: {} });
    expect(report.versions.map(({ version, stands }) => [version, stands])).toEqual([
      [2, true],
      [1, false],
    ]);
    expect(report.findings).toEqual([]);
    expect((await server.clerk.call('report', { path: { agencyId: id, year: 2023 }, query: { version: 1 } })).findings).toHaveLength(2);
  });

  it('keeps the same bytes once, and gives the original back as it came', async () => {
    const text = reportText({ agency: '柳河镇人民政府', year: 2023 });
    const done = await server.clerk.handInAndWait([{ name: '又一次.txt', bytes: text }]);
    expect(done.get('又一次.txt')).toMatchObject({ status: 'duplicate', reason: 'same-bytes' });
    const list = submissionList.parse(await server.clerk.call('submissions', { query: { status: 'read' } }));
    const first = list.submissions.find(({ fileName }) => fileName === '柳河.txt')!;
    expect(new TextDecoder().decode(await server.clerk.original(first.id))).toBe(text);
  });

  it('checks the carry-over against last year, whichever comes first', async () => {
    const carried = {
      ...balanced,
      'requests.carried_in.natural_person': 1,
      'requests.carried_in.total': 1,
      'requests.carried_out.natural_person': 1,
      'requests.carried_out.total': 1,
    };
    await server.clerk.handInAndWait([
      { name: '石桥2022.txt', bytes: reportText({ agency: '石桥街道办事处', year: 2022, figures: carried }) },
    ]);
    const id = await agencyId('石桥');
    const findings = await until(async () => {
      const report = await server.clerk.call('report', { path: { agencyId: id, year: 2023 }, query: {} });
      const carried = report.findings.filter(({ check }) => check === 'YOY-CARRY');
      return carried.length > 0 && carried;
    });
    expect(findings.map(({ check, expected, found }) => [check, expected, found])).toEqual([
      ['YOY-CARRY', 1, 0],
      ['YOY-CARRY', 1, 0],
    ]);
  });
});

describe('a report that names nobody on the roster', () => {
  it('waits for a person, and is stored as soon as one has named the agency', async () => {
    const done = await server.clerk.handInAndWait([
      { name: '白水县.txt', bytes: reportText({ agency: '白水县柳河镇人民政府', year: 2021 }) },
    ]);
    const waiting = done.get('白水县.txt')!;
    expect(waiting).toMatchObject({ status: 'unassigned', readAgency: '白水县柳河镇人民政府', readYear: 2021 });
    expect(waiting.sentence).toContain('看来不属于本县');
    const assigned = await server.clerk.call('assign', {
      path: { id: waiting.id },
      body: { agencyId: await agencyId('柳河镇'), year: 2021 },
    });
    expect(assigned).toMatchObject({ status: 'read', year: 2021, version: 1 });
    await expect(
      server.clerk.call('assign', { path: { id: waiting.id }, body: { agencyId: await agencyId('柳河镇'), year: 2021 } }),
    ).rejects.toMatchObject({ code: 'submission-not-assignable' });
  });

  it('can be put away, after which the same file may come again', async () => {
    const bytes = reportText({ agency: '某某镇', year: 2020 });
    const waiting = (await server.clerk.handInAndWait([{ name: '某某.txt', bytes }])).get('某某.txt')!;
    await server.clerk.call('discard', { path: { id: waiting.id } });
    const again = (await server.clerk.handInAndWait([{ name: '某某.txt', bytes }])).get('某某.txt')!;
    expect(again.status).toBe('unassigned');
  });
});

describe('sums over the county', () => {
  it('add what was given, name what is missing, and lead to the cells', async () => {
    const answer = trendAnswer.parse(
      await server.clerk.call('trend', { query: { breakdown: 'outcome', from: '2022', to: '2023' } as never }),
    );
    const [before, now] = answer.table.rows;
    expect(before).toMatchObject({ filed: 1, due: 3, missing: ['清河县柳河镇人民政府', '清河县教育局'] });
    // 石桥 left 予以公开·总计 blank: two of three gave a number.
    expect(now?.cells[0]).toEqual({ value: 4, given: 2, due: 3 });
    const behind = await server.clerk.call('contributions', { query: { breakdown: 'outcome', column: 'granted', year: '2023' } as never });
    expect(behind.map(({ value }) => value)).toEqual([2, 'blank', 2]);
    expect(behind[0]?.cells).toEqual(['requests.granted.total']);
  });

  it('leave the house as the same numbers in CSV and Excel', async () => {
    const csv = await server.clerk.fetch(links.trendFile('csv', 'breakdown=outcome&from=2023&to=2023'));
    const bytes = new Uint8Array(await csv.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toContain('"2023","4"');
    expect(decodeURIComponent(csv.headers.get('content-disposition') ?? '')).toContain('清河县2023—2023年度申请处理结果');
    const xlsx = await server.clerk.fetch(links.trendFile('xlsx', 'breakdown=outcome&from=2023&to=2023'));
    expect([...new Uint8Array(await xlsx.arrayBuffer()).subarray(0, 2)]).toEqual([0x50, 0x4b]);
  });

  it('know who is where in the year', async () => {
    const { counts, lines } = await server.clerk.call('ledger', { path: { year: 2022 } });
    expect(counts).toMatchObject({ due: 3, received: 1, overdue: 2 });
    expect(lines.filter(({ status }) => status === 'not_filed').map(({ agencyName }) => agencyName)).toEqual([
      '清河县柳河镇人民政府',
      '清河县教育局',
    ]);
  });
});

describe('the roster', () => {
  it('writes nothing from a file with a fault in it', async () => {
    const answer = await server.clerk.importRoster('单位代码,单位名称,类别\r\n9,新镇人民政府,镇\r\n10,怪单位,村');
    expect(answer.applied).toBe(false);
    expect(answer.faults[0]?.sentence).toContain('类别“村”');
    expect(await server.clerk.call('agencies', {})).toHaveLength(3);
  });

  it('keeps an agency that has reported', async () => {
    await expect(server.clerk.call('removeAgency', { path: { id: await agencyId('教育局') } })).rejects.toMatchObject({
      code: 'agency-has-reports',
    });
  });
});
