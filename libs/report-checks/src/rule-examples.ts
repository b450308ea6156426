import { checkCounty } from './check-county';
import { checkFiling } from './check-filing';
import type { CheckId } from './check-id';
import { checkReport } from './check-report';
import type { CheckedCounty } from './checked-county';
import type { CheckedFiling } from './checked-filing';
import { exampleReport, zeroFigures, type GivenCells, type GivenReport } from './example-report';
import type { Finding } from './finding';

/** An example of a rule as data: a report, a filing or a county's year. */
export type RuleExample =
  { readonly report: GivenReport } | { readonly filing: Partial<CheckedFiling> } | { readonly county: Partial<CheckedCounty> };

const report = (given: GivenReport): RuleExample => ({ report: given });
const cells = (given: GivenCells, more: Omit<GivenReport, 'cells'> = {}): RuleExample => report({ cells: given, ...more });
const said = (text: string, given: GivenCells = {}, more: Omit<GivenReport, 'cells' | 'parts'> = {}): RuleExample =>
  report({
    cells: given,
    parts: {
      '1': `主动公开方面，更新网站。依申请公开方面，${text}政府信息管理方面，严格审核。监督保障方面，纳入考核，开展社会评议，无责任追究。`,
    },
    ...more,
  });
const filing = (given: Partial<CheckedFiling>): RuleExample => ({ filing: given });
const county = (given: Partial<CheckedCounty>): RuleExample => ({ county: given });

const received = (number: number) => ({
  year: 2024,
  edition: '2021' as const,
  figures: zeroFigures('2021', {
    'requests.new_received.natural_person': number,
    'requests.new_received.total': number,
    'requests.granted.natural_person': number,
    'requests.granted.total': number,
    'requests.settled.natural_person': number,
    'requests.settled.total': number,
  }),
});
const town = (name: string, number?: number) => ({
  agencyId: name,
  name,
  kind: '镇' as const,
  ...(number === undefined ? {} : { report: received(number) }),
});
const office = { agencyId: '县政府办公室', name: '县政府办公室', kind: '县政府本级' as const, report: received(0) };

const settled = (total: number, rest: GivenCells = {}): GivenCells => ({ 'requests.settled.total': total, ...rest });

/** For every rule one example it passes and one it fails: what the register tells in words, as data. */
export const ruleExamples: Readonly<Record<CheckId, { readonly passes: RuleExample; readonly fails: RuleExample }>> = {
  'T3-COL': {
    passes: cells({
      'requests.new_received.total': 9,
      'requests.carried_in.total': 1,
      'requests.settled.total': 8,
      'requests.carried_out.total': 2,
    }),
    fails: cells({ 'requests.new_received.total': 9, 'requests.carried_in.total': 1, 'requests.settled.total': 8 }),
  },
  'T3-SUM': {
    passes: cells(settled(7, { 'requests.granted.total': 5, 'requests.partial.total': 2 })),
    fails: cells(settled(8, { 'requests.granted.total': 5, 'requests.partial.total': 2 })),
  },
  'T3-ROW': {
    passes: cells({ 'requests.granted.natural_person': 20, 'requests.granted.enterprise': 3, 'requests.granted.total': 23 }),
    fails: cells({ 'requests.granted.natural_person': 20, 'requests.granted.enterprise': 3, 'requests.granted.total': 22 }),
  },
  'T4-SUM': {
    passes: cells({ 'disputes.review.upheld': 2, 'disputes.review.corrected': 1, 'disputes.review.total': 3 }),
    fails: cells({ 'disputes.review.upheld': 2, 'disputes.review.corrected': 1, 'disputes.review.total': 2 }),
  },
  'T2-RULE0': { passes: cells({}), fails: cells({ 'disclosure.a20_1.regulation.in_force': 3 }) },
  'T2-SANE': {
    passes: cells({ 'disclosure.a20_1.normative_doc.issued': 2, 'disclosure.a20_1.normative_doc.in_force': 9 }),
    fails: cells({ 'disclosure.a20_1.normative_doc.issued': 5, 'disclosure.a20_1.normative_doc.in_force': 3 }),
  },
  'T2-FEEUNIT': {
    passes: cells({ 'disclosure.a20_8.admin_fee.fee_amount': 7 }),
    fails: cells({ 'disclosure.a20_8.admin_fee.fee_amount': 70_000 }),
  },
  'T2-ALLDEC': {
    passes: said('公开行政处罚信息6条。', { 'disclosure.a20_6.penalty.decisions': 15 }),
    fails: said('公开行政处罚信息6条。', { 'disclosure.a20_6.penalty.decisions': 6 }),
  },
  'T4-2024': { passes: cells({}), fails: cells({ 'disputes.suit_direct.upheld': 1, 'disputes.suit_direct.total': 1 }) },
  'BLANK-ALL': {
    passes: cells({}),
    fails: cells(
      Object.fromEntries(
        Object.keys(zeroFigures('2021'))
          .filter((cell) => cell.startsWith('disputes.'))
          .map((cell) => [cell, 'blank']),
      ),
    ),
  },
  'BLANK-PART': { passes: cells({}), fails: cells({ 'requests.granted.research': 'blank', 'requests.partial.research': 'blank' }) },
  'NUM-FORMAT': {
    passes: cells({ 'disclosure.a20_5.licence.decisions': 3 }),
    fails: cells({ 'requests.granted.total': 'not_applicable' }),
  },
  'YOY-CARRY': {
    passes: cells({ 'requests.carried_in.total': 2 }, { lastYear: { 'requests.carried_out.total': 2 } }),
    fails: cells({}, { lastYear: { 'requests.carried_out.total': 2 } }),
  },
  'YOY-STOCK': {
    passes: cells(
      {
        'disclosure.a20_1.normative_doc.issued': 2,
        'disclosure.a20_1.normative_doc.repealed': 1,
        'disclosure.a20_1.normative_doc.in_force': 11,
      },
      { lastYear: { 'disclosure.a20_1.normative_doc.in_force': 10 } },
    ),
    fails: cells(
      {
        'disclosure.a20_1.normative_doc.issued': 2,
        'disclosure.a20_1.normative_doc.repealed': 1,
        'disclosure.a20_1.normative_doc.in_force': 15,
      },
      { lastYear: { 'disclosure.a20_1.normative_doc.in_force': 10 } },
    ),
  },
  'YOY-ITEMS19': {
    passes: cells(
      { 'disclosure.a20_5.licence.prev_items': 15 },
      { year: 2020, lastYear: { 'disclosure.a20_5.licence.prev_items': 12, 'disclosure.a20_5.licence.change': 3 } },
    ),
    fails: cells(
      { 'disclosure.a20_5.licence.prev_items': 12 },
      { year: 2020, lastYear: { 'disclosure.a20_5.licence.prev_items': 12, 'disclosure.a20_5.licence.change': 3 } },
    ),
  },
  'ED-MATCH': { passes: report({}), fails: report({ year: 2022, edition: '2019' }) },
  'ED-CITE': {
    passes: report({ parts: { opening: '根据国办公开办函〔2021〕30号要求，编制本报告。' } }),
    fails: report({ parts: { opening: '根据国办公开办函〔2019〕60号要求，编制本报告。' } }),
  },
  'HEAD-6': { passes: report({}), fails: report({ headings: [1, 2, 3, 4, 6] }) },
  PERIOD: {
    passes: report({ parts: { opening: '统计期限为2024年1月1日至2024年12月31日。' } }),
    fails: report({ parts: { opening: '统计期限为2024年1月1日至2024年12月30日。' } }),
  },
  'YEAR-TEXT': { passes: said('2024年，我镇规范答复。'), fails: said('\n2023年，我镇规范答复。') },
  'NAME-TEXT': { passes: said('我镇与县农业农村局共同核实。'), fails: said('我局高度重视。') },
  'S1-FIVE': {
    passes: report({}),
    fails: report({ parts: { '1': '主动公开方面，及时发布信息。加强信息管理和平台建设，做好监督保障、考核、评议、责任追究。' } }),
  },
  'S1-ASSESS': {
    passes: report({}),
    fails: report({ parts: { '1': '主动公开、依申请公开、信息管理、平台建设都按要求开展。监督保障方面，组织业务培训。' } }),
  },
  'S1-LEN': { passes: report({}), fails: said('规范答复，'.repeat(350)) },
  'S5-PAIR': { passes: report({}), fails: report({ parts: { '5': '无' } }) },
  TYPO: { passes: said('清河县人民政府政府信息公开平台运行正常。'), fails: said('镇人民政府政府高度重视。') },
  'TXT-REQ': {
    passes: said('受理申请12件。', { 'requests.new_received.total': 10, 'requests.carried_in.total': 2 }),
    fails: said('新收申请12件。', { 'requests.new_received.total': 10 }),
  },
  'TXT-DOC': {
    passes: said('制发行政规范性文件2件。', { 'disclosure.a20_1.normative_doc.issued': 2 }),
    fails: said('行政规范性文件现行有效9件。', { 'disclosure.a20_1.normative_doc.in_force': 8 }),
  },
  'TXT-CASE': {
    passes: said('因信息公开引起行政复议2件。', { 'disputes.review.total': 3, 'disputes.review.pending': 1 }),
    fails: said('因信息公开引起行政复议5件。', { 'disputes.review.total': 3, 'disputes.review.pending': 1 }),
  },
  'TXT-FEE': {
    passes: report({ parts: { '6': '无' } }),
    fails: cells({ 'requests.other.unpaid_fee.total': 1 }, { parts: { '6': '没有其他需要报告的事项。' } }),
  },
  'TXT-SUM': {
    passes: said('公开信息共60件，其中甲25件、乙20件、丙15件。'),
    fails: said('公开信息共60件，分别为甲25件、乙20件、丙16件。'),
  },
  'TXT-PCT': {
    passes: said('收到申请391件，自然人申请19件，占4.86%。', { 'requests.settled.total': 391 }),
    fails: said('收到申请391件，自然人申请19件，占4.95%。', { 'requests.settled.total': 391 }),
  },
  'TXT-GROWTH': {
    passes: said(
      '收办申请2060件，同比增长1.9%。',
      { 'requests.new_received.total': 2060 },
      { lastYear: { 'requests.new_received.total': 2020 } },
    ),
    fails: said('新收申请30件，同比增长25%。', { 'requests.new_received.total': 30 }, { lastYear: { 'requests.new_received.total': 20 } }),
  },
  'TXT-ALLDONE': { passes: said('受理的申请均已按期办结。'), fails: said('受理的申请均已按期办结。', { 'requests.carried_out.total': 2 }) },
  'DUP-TEXT': {
    passes: county({ members: [] }),
    fails: county({
      members: ['柳河镇', '东坪镇'].map((name) => ({
        ...town(name, 0),
        text: {
          parts: {
            '1': `${name}围绕村级财务公开，每月在便民服务中心张贴收支明细，由村务监督委员会逐笔核对后签字，群众可以当场提问并由会计答复，半年汇编成册发到各村民小组。`,
            '5': `${name}的村级公开栏更新不够及时，有两个村连续三个月没有张贴；今后由包村干部每月拍照上传，镇纪委按季抽查并在例会通报。`,
          },
        },
      })),
    }),
  },
  LATE: { passes: filing({ handedInOn: '2025-01-26' }), fails: filing({ handedInOn: '2025-02-03' }) },
  RETURNED: {
    passes: filing({
      handedInOn: '2025-01-20',
      returns: [{ returnedOn: '2025-01-22', correctBy: '2025-01-28', correctedOn: '2025-01-27' }],
    }),
    fails: filing({ handedInOn: '2025-01-20', returns: [{ returnedOn: '2025-01-22', correctBy: '2025-01-28', correctedOn: null }] }),
  },
  'PUB-DIFF': {
    passes: filing({ handedInOn: '2025-01-20', filed: received(10), published: received(10) }),
    fails: filing({ handedInOn: '2025-01-20', filed: received(10), published: received(11) }),
  },
  'AGG-SUM': {
    passes: county({ members: [town('柳河镇', 3), town('东坪镇', 4)], totals: received(7).figures }),
    fails: county({ members: [town('柳河镇', 3), town('东坪镇', 4)], totals: received(14).figures }),
  },
  'AGG-PUB': {
    passes: county({ members: [town('柳河镇', 305), office], published: { report: received(305), scope: '全县' } }),
    fails: county({ members: [town('柳河镇', 305), office], published: { report: received(310), scope: '全县' } }),
  },
  'AGG-COVER': {
    passes: county({ members: [town('柳河镇', 3), { ...town('大坝乡'), excused: '已撤销，并入东坪镇' }] }),
    fails: county({ members: [town('柳河镇', 3), town('大坝乡')] }),
  },
};

const soundFiling: CheckedFiling = {
  agencyName: '柳河镇',
  year: 2024,
  today: '2025-02-10',
  handInBy: '2025-01-31',
  publishBy: null,
  handedInOn: null,
  publishedOn: null,
  returns: [],
};
const emptyCounty: CheckedCounty = { name: '清河县', year: 2024, edition: '2021', members: [] };

/** What a rule finds in one of its examples: nothing in the one that passes, at least one finding in the one that fails. */
export function findingsOfExample(check: CheckId, which: 'passes' | 'fails'): Finding[] {
  const example = ruleExamples[check][which];
  const { findings } =
    'report' in example
      ? checkReport(exampleReport(example.report))
      : 'filing' in example
        ? checkFiling({ ...soundFiling, ...example.filing })
        : checkCounty({ ...emptyCounty, ...example.county });
  return findings.filter((finding) => finding.check === check);
}
