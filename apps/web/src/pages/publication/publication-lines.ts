import type { PublicationLine } from '@mingshu/contracts';
import type { PublicationState } from '@mingshu/report-checks';
import type { StatusWording } from '../../locales/wording';

/** How what is public stands to the accepted version, as a mark. */
export const publicationMark: Record<PublicationState, StatusWording> = {
  none: { glyph: '–', word: '未登记', tone: 'none' },
  matches: { glyph: '✓', word: '一致', tone: 'good' },
  differs: { glyph: '≠', word: '不一致', tone: 'error' },
  partly: { glyph: '?', word: '部分格未读到', tone: 'warning' },
  registered: { glyph: '✎', word: '未比对', tone: 'none' },
  unclear: { glyph: '?', word: '未读到数字', tone: 'warning' },
};

/** Which lines a filter of the address keeps. */
export const filters: Record<string, { word: string; holds: (line: PublicationLine) => boolean }> = {
  open: { word: '还没有发布完成', holds: ({ status }) => status !== 'published' },
  none: { word: '未登记', holds: ({ state }) => state === 'none' },
  matches: { word: '一致', holds: ({ state }) => state === 'matches' },
  differs: { word: '不一致', holds: ({ state }) => state === 'differs' },
  unsure: { word: '不能判定', holds: ({ state }) => state === 'partly' || state === 'unclear' },
  stated: { word: '人工登记', holds: ({ seen }) => seen?.how === 'registered' },
  late: { word: '逾期公开', holds: ({ daysAfterDue }) => daysAfterDue !== null && daysAfterDue > 0 },
  failed: { word: '最近一次未取到', holds: ({ looks }) => looks.find(({ withdrawn }) => !withdrawn)?.state === 'failed' },
};

/** 早 3, 晚 2, 当天: how the publication stands to its date. */
export function daysText(days: number | null): string {
  if (days === null) return '—';
  return days === 0 ? '当天' : days > 0 ? `晚 ${days}` : `早 ${-days}`;
}

/** One sentence on what the comparison says, and against which version. */
export function comparisonSentence({ state, another, differences, same, unread, version, isSigned, seen }: PublicationLine): string {
  const against = version === null ? '' : `第 ${version} 版（${isSigned ? '已核定' : '尚未核定'}）`;
  switch (state) {
    case 'none':
      return '还没有登记发布网址。';
    case 'matches':
      return `公开的 ${same} 格与${against}全部相同。`;
    case 'differs':
      return another ?? `公开的与${against}有 ${differences.length} 格不同，${same} 格相同${unread ? `，${unread} 格没有读到` : ''}。`;
    case 'partly':
      return `读到的 ${same} 格与${against}相同，${unread} 格没有读到，不能判定是否一致。`;
    case 'registered':
      return seen?.state === 'stated'
        ? '人工登记，没有附文件，未比对。'
        : seen?.sentence || (version === null ? '单位还没有报告，无从比对。' : `人工登记；读到的 ${same} 格相同，${unread} 格没有读到。`);
    case 'unclear':
      return seen?.sentence || (version === null ? '单位还没有报告，无从比对。' : '公开页面上没有读到数字。');
  }
}
