/** A return as it leaves the house. Dates are ISO days. `points` are numbered in this order. */
export interface OpinionMatter {
  readonly countyName: string;
  readonly agencyName: string;
  readonly year: number;
  readonly number: number;
  readonly version: number;
  readonly opening: string;
  readonly points: readonly { readonly text: string; readonly severity: 'error' | 'warning' | 'info' | null }[];
  readonly dueOn: string;
  readonly issuedOn: string;
  readonly switchedOff: readonly { readonly check: string; readonly name: string; readonly reason: string }[];
}

/** The parts of the letter in order; screen, print and document show the same. */
export interface OpinionLetter {
  readonly title: string;
  readonly reference: string;
  readonly addressee: string;
  readonly opening: string;
  readonly groups: readonly { readonly heading: string; readonly points: readonly string[] }[];
  readonly closing: string;
  readonly notes: readonly string[];
  readonly signature: string;
  readonly date: string;
}

const dayInWords = (iso: string) => {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};
const ranks = ['一', '二', '三', '四'];

/** The sentence with which an opinion begins unless a person writes another. `filing`: the how manieth handing-in of the year. */
export const usualOpening = (year: number, filing: number, errors: number, warnings: number): string => {
  const parts = [...(errors > 0 ? [`须改正的错误 ${errors} 处`] : []), ...(warnings > 0 ? [`须核实说明的疑问 ${warnings} 处`] : [])];
  return `你单位报送的${year}年度政府信息公开工作年度报告（第${filing}次报送）已审核${parts.length > 0 ? `，发现${parts.join('、')}` : ''}。现予退回，请按下列意见修改。`;
};

/**
 * The letter of a return: errors to be corrected, then queries to be corrected or explained, then the rest, numbered through. A rule the county
 * switched off is named, so that nobody takes its silence for a pass.
 */
export function opinionLetter(matter: OpinionMatter): OpinionLetter {
  const { countyName, agencyName, year, number, dueOn, issuedOn, points, opening, switchedOff } = matter;
  const named = [
    { word: '须改正的错误', own: points.filter(({ severity }) => severity === 'error') },
    { word: '须改正或说明的疑问', own: points.filter(({ severity }) => severity === 'warning') },
    { word: '其他意见', own: points.filter(({ severity }) => severity === null || severity === 'info') },
  ].filter(({ own }) => own.length > 0);
  let count = 0;
  return {
    title: `关于${year}年度政府信息公开工作年度报告的退回修改意见`,
    reference: `${year}年度第${number}号`,
    addressee: `${agencyName}：`,
    opening,
    groups: named.map(({ word, own }, place) => ({
      heading: `${ranks[place]}、${word}（${own.length}处）`,
      points: own.map(({ text }) => `${(count += 1)}．${text}`),
    })),
    closing: `请于${dayInWords(dueOn)}前重新报送修改后的年度报告；对疑问无须修改的，请书面说明原因。`,
    notes: switchedOff.map(({ check, name, reason }) => `本县已停用规则“${name}”（${check}），未据此审核。停用原因：${reason}`),
    signature: `${countyName}政府信息公开工作主管部门`,
    date: dayInWords(issuedOn),
  };
}
