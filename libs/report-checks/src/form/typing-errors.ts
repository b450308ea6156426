import type { ReportCheck } from '../checked-report';
import { partNames, plain, quoteAt } from '../prose/plain';
import { broken, holds, notAssessable, type Verdict } from '../verdict';

const check = 'TYPO';

/** What is surely a slip of typing. Dates whose marks were lost on the way (20231231日) are not the agency's. */
const slips: readonly { readonly pattern: RegExp; readonly describe: (quote: string) => string }[] = [
  {
    // 人民政府政府信息公开, 公开工作工作人员 and the like are good Chinese.
    pattern:
      /政府政府(?!信息|网|门户|采购|工作|公报|办|部门|规章|投资|职能|机构|开放)|信息信息(?!化|公开|员)|工作工作(?![人机方制要经考量台])|(人民|办公室|情况|主动|单位|条例|进一步|加强|及时)\1/g,
    describe: (quote) => `“${quote}”可能重复`,
  },
  { pattern: /(?<!\d)20\d{3,4}年(?!\d)/g, describe: (quote) => `“${quote}”不是可能的年份` },
  { pattern: /(?<!\d)(?:1[3-9]|[2-9]\d)月(?=\d{1,2}日)/g, describe: (quote) => `“${quote}”不是可能的月份` },
  { pattern: /(?<=\d月)(?:3[2-9]|[4-9]\d)日/g, describe: (quote) => `“${quote}”不是可能的日期` },
  { pattern: /[，,]{2,}|。{2}(?!。)|、[。，]/g, describe: (quote) => `标点“${quote}”重复` },
  { pattern: /由[一二三四五七八九十\d]个?部分(?:组成|构成)/g, describe: (quote) => `“${quote}”与格式规定的六个部分不符` },
  { pattern: /(?:本部分|此部分|该部分)(?:内容)?(?:用|以|采用|通过)表格(?:的)?形式/g, describe: (quote) => `“${quote}”是格式说明，应删去` },
];
const parts = ['opening', '1', '2', '3', '4', '5', '6'] as const;

/** TYPO: doubled words, impossible dates, the template's own sentences. One hint for each kind of slip. */
export const typingErrors: ReportCheck = {
  id: check,
  judge: ({ text }) => {
    if (!text) return [notAssessable(check, '没有读到正文')];
    const found = slips.flatMap(({ pattern, describe }, kind): Verdict[] => {
      for (const section of parts) {
        const match = plain(text.parts[section] ?? '')
          .matchAll(pattern)
          .next().value;
        if (!match) continue;
        const claim = quoteAt(text, section, match.index, match.index + match[0].length);
        return [broken(check, { subject: `slip-${kind}`, claim, sentence: `${partNames[section]}${describe(claim.quote)}，请核对。` })];
      }
      return [];
    });
    return found.length > 0 ? found : [holds(check)];
  },
};
