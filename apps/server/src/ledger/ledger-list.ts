import type { Ledger, LedgerLine } from '@mingshu/contracts';
import type { ListTable } from '@mingshu/report-writer';

const statusWords: Record<LedgerLine['status'], string> = {
  not_filed: '未报',
  received: '已收',
  has_errors: '有错待改',
  returned: '已退回',
  corrected: '已改待核',
  signed: '已核',
  published: '已发布',
};
const stepWords: Record<LedgerLine['nextStep'], string> = {
  remind: '催报',
  wait: '等待报送',
  review: '核对',
  return: '退回',
  await_corrected: '等待重报',
  sign: '核定',
  publish: '发布核对',
  none: '—',
};

/** 未报（逾期 3 天）, 未报（已延期至 2025-02-10）, 豁免: the status with what is laid over it, as screen and file say it. */
export function statusText({ status, exception, daysLate, publication }: LedgerLine): string {
  if (exception?.kind === 'excused') return `豁免（${exception.reason}）`;
  const late = daysLate > 0 ? [status === 'not_filed' ? `逾期 ${daysLate} 天` : `迟报 ${daysLate} 天`] : [];
  const extended = exception?.until ? [`已延期至 ${exception.until}`] : [];
  const differs = publication.state === 'differs' ? ['发布不一致'] : [];
  const stated = status === 'published' && publication.isStated ? ['人工登记'] : [];
  const over = [...late, ...extended, ...differs, ...stated].join('，');
  return `${statusWords[status]}${over ? `（${over}）` : ''}`;
}

const percent = (rate: number | null) => (rate === null ? '—' : `${rate.toFixed(1)}%`);

/** The 名册 as a table for a file: the lines as the screen has them, then the five numbers of each category. */
export function ledgerList({ year, lines, rates, onTimeBy, closesOn, notes, today }: Ledger): ListTable {
  const { total, categories } = rates;
  const isFiled = ({ status }: LedgerLine) => status !== 'not_filed';
  return {
    title: `${year} 年度报送名册`,
    columns: [
      { heading: '单位', width: 30 },
      { heading: '类别', width: 12 },
      { heading: '状态', width: 26 },
      { heading: '收到', width: 12 },
      { heading: '截止', width: 12 },
      { heading: '早/晚（天）', width: 10 },
      { heading: '错误（处）', width: 8 },
      { heading: '疑问（处）', width: 8 },
      { heading: '发布链接', width: 40 },
      { heading: '公开日期', width: 12 },
      { heading: '联系人', width: 12 },
      { heading: '联系电话', width: 16 },
      { heading: '下一步', width: 12 },
    ],
    rows: lines.map((line) => [
      line.agencyName,
      line.category,
      statusText(line),
      line.receivedOn ?? '—',
      line.dueOn,
      line.daysAfterDue ?? '—',
      isFiled(line) ? line.errorCount : '—',
      isFiled(line) ? line.warningCount : '—',
      line.publication.address ?? '—',
      line.publication.publishedOn ?? '—',
      line.contactName || '—',
      line.contactPhone || '—',
      stepWords[line.nextStep],
    ]),
    notes: [
      ...[...categories, total].map(
        ({ category, due, filed, onTime, filedRate, onTimeRate }) =>
          `${category}：应报 ${due}，实报 ${filed}，按时 ${onTime}，报送率 ${percent(filedRate)}，按时率 ${percent(onTimeRate)}`,
      ),
      `按时截止 ${onTimeBy}，最后截止 ${closesOn}；早为负、晚为正，未报的算到 ${today}。应报不含豁免单位；按时以首次报送的日期计：有登记的报送日期按登记，没有的按首次收到的日期。联系电话隐去中间数字。`,
      ...notes,
    ],
  };
}
