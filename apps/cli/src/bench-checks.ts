import { cpus } from 'node:os';
import { checkCounty, checkReport, type CheckedReport, type CountyMember, type ReportText } from '@mingshu/report-checks';
import { cellsOf, type Figures } from '@mingshu/report-format';

const agencies = 150;
const rounds = 7;
const median = (values: number[]) => values.sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

const characters =
  '围绕群众关心的事项逐条梳理公开内容并在网站和公示栏同步更新由承办股室核对数据后报分管领导审签每月清点栏目补齐缺漏对收到的申请登记答复归档组织干部学习条例案例邀请代表评议办理情况改进流程提高时效';

/** Prose of the usual length that is nobody else's, with the claims a report makes. */
function proseOf(place: number): ReportText {
  let state = place + 1;
  const next = () => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) / 4_294_967_296;
  const words = (count: number) =>
    Array.from({ length: count }, (_, index) => (index % 17 === 16 ? '，' : characters[Math.floor(next() * characters.length)]!)).join('');
  return {
    parts: {
      opening: '根据国办公开办函〔2021〕30号编制本报告。统计期限为2024年1月1日至12月31日。',
      '1': `（一）主动公开。${words(320)}。制发行政规范性文件3件，其中公开3件。\n（二）依申请公开。新收政府信息公开申请12件，同比增长20%，自然人申请9件，占75%，办结11件，结转下年度继续办理1件。${words(200)}。\n（三）政府信息管理。${words(160)}。\n（四）平台建设。${words(160)}。\n（五）监督保障。${words(160)}，考核、评议、追责。`,
      '5': `存在的问题：${words(150)}。改进措施：${words(150)}。`,
      '6': '未收取信息处理费。',
    },
  };
}

/** Prints how long checking one report and a county's year takes, every text held against every other. */
export function benchChecks(): void {
  const figures = Object.fromEntries(cellsOf('2021').map((cell) => [cell, 0])) as Figures;
  const report = { year: 2024, edition: '2021' as const, figures };
  const names = Array.from({ length: agencies }, (_, place) => `清河县第${place}镇人民政府`);
  const members = names.map((name, place): CountyMember => ({ agencyId: name, name, kind: '镇', report, text: proseOf(place) }));
  const checked: CheckedReport[] = members.map(({ name, text }) => ({
    report,
    lastYear: { ...report, year: 2023, text: proseOf(500) },
    agency: { name, kind: '镇', county: '清河县' },
    otherAgencies: names.filter((one) => one !== name),
    possibleCopies: [],
    text: text!,
  }));
  const timed = (run: () => void) => {
    const begun = performance.now();
    run();
    return performance.now() - begun;
  };
  const one = median(checked.slice(0, 40).map((each) => timed(() => checkReport(each))));
  const county = median(
    Array.from({ length: rounds }, () =>
      timed(() => {
        for (const each of checked) checkReport(each);
        checkCounty({ name: '清河县', year: 2024, edition: '2021', members, totals: figures });
      }),
    ),
  );
  console.log(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`);
  console.log(`checking one report with its prose: median ${one.toFixed(1)} ms`);
  console.log(`checking a county's year of ${agencies} agencies, texts compared: median ${county.toFixed(0)} ms, one core`);
}

benchChecks();
