import type { PublicationLine, Publications } from '@mingshu/contracts';
import type { PublicationState } from '@mingshu/report-checks';
import type { Figure } from '@mingshu/report-format';
import type { ListTable } from '@mingshu/report-writer';

const stateWords: Record<PublicationState, string> = {
  none: '未登记',
  matches: '一致',
  differs: '不一致',
  partly: '部分格没有读到',
  registered: '未比对',
  unclear: '没有读到数字',
};

const figureWords: Partial<Record<Figure, string>> = { blank: '未填', not_applicable: '不适用', unread: '未读到' };
const figureText = (figure: Figure) => figureWords[figure] ?? String(figure);

const chinaDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

function comparison({ state, another, differences, same, unread }: PublicationLine): string {
  if (another) return another;
  if (differences.length > 0)
    return differences.map(({ name, filed, published }) => `${name}公开 ${figureText(published)}，备案 ${figureText(filed)}`).join('；');
  return state === 'matches' || state === 'partly' ? `${same} 格相同${unread ? `，${unread} 格没有读到` : ''}` : '';
}

/** 发布核对 as a table for a file: the lines as the screen has them. */
export function publicationList({ year, lines, today }: Publications): ListTable {
  return {
    title: `${year} 年度报告发布核对`,
    columns: [
      { heading: '单位', width: 30 },
      { heading: '类别', width: 10 },
      { heading: '发布网址', width: 44 },
      { heading: '来源', width: 10 },
      { heading: '查看日期', width: 12 },
      { heading: '公开日期', width: 12 },
      { heading: '公开截止', width: 12 },
      { heading: '早/晚（天）', width: 10 },
      { heading: '与备案比对', width: 14 },
      { heading: '比对情况', width: 60 },
    ],
    rows: lines.map((line) => [
      line.agencyName,
      line.category,
      line.seen?.address ?? '—',
      line.seen ? (line.seen.how === 'fetched' ? '抓取' : '人工登记') : '—',
      line.seen?.seenAt ? chinaDay.format(new Date(line.seen.seenAt)) : '—',
      line.publishedOn ?? '—',
      line.publishBy,
      line.daysAfterDue ?? '—',
      stateWords[line.state],
      comparison(line),
    ]),
    notes: [`截至 ${today}。公开日期以页面标注的为准，页面没有的用登记的；网址里的日期不作依据。早为负、晚为正，按自然日计。`],
  };
}
