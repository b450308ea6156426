import type { LedgerLine } from '@mingshu/contracts';
import type { StatusWording } from '../../locales/wording';

/** One cell of the matrix: a glyph, a short date or count, and the whole in words. */
export interface ProgressCell {
  readonly text: string;
  readonly words: string;
  readonly tone: StatusWording['tone'];
}

export const steps = ['通知', '收到', '校验', '退回', '核定', '发布', '归档'] as const;

/** 1/18 for 2025-01-18. */
const short = (day: string) => `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`;
const none = (words: string): ProgressCell => ({ text: '—', words, tone: 'none' });
const done = (day: string, words: string): ProgressCell => ({ text: `✓ ${short(day)}`, words: `${words} ${day}`, tone: 'good' });
const wrong = (text: string, words: string): ProgressCell => ({ text, words, tone: 'error' });
const chinaDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** A unit's cells in the order of the steps. What the system does not know, the filing of papers, is said as unknown and never as done. */
export function progressOf(line: LedgerLine): ProgressCell[] {
  const isFiled = line.status !== 'not_filed';
  const isExcused = line.exception?.kind === 'excused';
  const [reminded] = line.reminders;
  const outstanding = isExcused
    ? none('豁免')
    : line.daysLate > 0
      ? wrong(`! ${line.daysLate} 天`, `逾期 ${line.daysLate} 天`)
      : none('未报');
  const open = line.errorCount + line.warningCount;
  const checked: ProgressCell =
    line.errorCount > 0
      ? wrong(`! ${line.errorCount}`, `${line.errorCount} 处错误，${line.warningCount} 处疑问`)
      : open > 0
        ? { text: `? ${line.warningCount}`, words: `${line.warningCount} 处疑问`, tone: 'warning' }
        : { text: '✓', words: '没有未处理的问题', tone: 'good' };
  return [
    reminded ? done(chinaDay.format(new Date(reminded.at)), '催报') : none('没有催报记录'),
    isFiled && line.receivedOn ? done(line.receivedOn, '收到') : outstanding,
    isFiled ? checked : none('未报'),
    line.returnedOn ? { text: `↩ ${short(line.returnedOn)}`, words: `退回 ${line.returnedOn}`, tone: 'warning' } : none('没有退回'),
    line.signedOn ? done(line.signedOn, '核定') : none('未核定'),
    published(line),
    none('未登记'),
  ];
}

/** Where the publication stands: done only where it is the accepted version, or a person recorded it. */
function published({ publication: { state, isStated, publishedOn, seenOn } }: LedgerLine): ProgressCell {
  const day = publishedOn ?? seenOn;
  const how = isStated ? '（人工登记）' : '';
  switch (state) {
    case 'none':
      return none('未登记');
    case 'differs':
      return wrong('≠', '发布不一致');
    case 'matches':
    case 'registered':
      return day ? done(day, `公开${how}`) : { text: '✓', words: `已公开${how}`, tone: 'good' };
    case 'partly':
    case 'unclear':
      return { text: '?', words: '已看到公开页面，还不能判定是否一致', tone: 'warning' };
  }
}
