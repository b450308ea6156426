import { figureAt, isNumber } from '@mingshu/report-format';
import type { ReportCheck } from '../checked-report';
import { cellName } from '../cell-wording';
import { broken, holds, notAssessable, type Verdict } from '../verdict';
import { plain, quoteAt } from './plain';

const check = 'TXT-FEE';
const unpaid = 'requests.other.unpaid_fee.total';
const namesFee = /信息(?:公开)?处理费|收费|费用|收取/;
/** 无, 没有其他需要报告的事项 and the like: a legitimate section 6, whatever fee table 2 shows. */
const saysNothingMore = /^[\s（(\d一二三四五六、.）)]*(?:无|没有|暂无|本?[^。]{0,20}(?:无|没有)(?:其他|其它|需要)[^。]*)[。.\s]*$/;
const deniesNotices = /(?:未|没有|无)(?:发出|产生|收取|涉及|存在)?[^。，,]{0,12}(?:收费通知|信息(?:公开)?处理费)/;
const bareAmount =
  /(?:收取|缴纳|金额|处理费)(?:信息(?:公开)?处理费|金额|总额|共计|合计|共|计|为|了|[:\s])*(\d[\d,]*(?:\.\d+)?)(?!\s*[\d.,]|\s*(?:万|亿)?元|\s*[件笔次宗份人户年月日号%])/u;

/** TXT-FEE: section 6 says where the processing fee stands; a lapsed fee notice (（六）2) needs one; an amount names its unit. Not the fee of table 2. */
export const feeStatement: ReportCheck = {
  id: check,
  judge: ({ report: { figures }, text }) => {
    const section = text?.parts['6'];
    if (!text || section === undefined) return [notAssessable(check, '没有读到第六部分')];
    const all = `${section}\n${text.parts['1'] ?? ''}`;
    const lapsed = figureAt(figures, unpaid);
    const verdicts: Verdict[] = [];
    if (isNumber(lapsed) && lapsed > 0 && (!namesFee.test(all) || deniesNotices.test(section)))
      verdicts.push(
        broken(check, {
          cells: [unpaid],
          subject: 'lapsed',
          found: lapsed,
          facts: [deniesNotices.test(section) ? 'denied' : 'silent'],
          sentence: `${cellName(unpaid)}为 ${lapsed}，第六部分${deniesNotices.test(section) ? '却写未发出收费通知或未收取信息处理费' : '没有说明信息处理费收费通知情况'}，请核对。`,
        }),
      );
    else if (!isNumber(lapsed)) verdicts.push(notAssessable(check, '（六）2 没有填数或没有读到', [unpaid]));
    const amount = bareAmount.exec(plain(section));
    if (amount) {
      const claim = quoteAt(text, '6', amount.index, amount.index + amount[0].length);
      verdicts.push(broken(check, { subject: 'unit', claim, sentence: `第六部分“${claim.quote}”没有写单位，信息处理费应写明多少元。` }));
    }
    if (!namesFee.test(all) && section.trim() !== '' && !saysNothingMore.test(section.trim()) && !(isNumber(lapsed) && lapsed > 0))
      verdicts.push(
        broken(check, {
          subject: 'silent',
          severity: 'info',
          facts: [section.trim().slice(0, 40)],
          sentence: '第六部分没有说明信息处理费收取情况，没有发生的也应写明。',
        }),
      );
    return verdicts.length > 0 ? verdicts : [holds(check)];
  },
};
