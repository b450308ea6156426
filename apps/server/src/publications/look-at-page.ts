import type { PublishedReport } from '@mingshu/report-checks';
import { figuresOf, type DocumentReading } from '@mingshu/report-format';
import { whoReports, type PageLink, type PreparedRoster } from '@mingshu/report-reader';

/** What a page or file turned out to show: figures, or the Chinese sentence why none could be read. */
export type Seen =
  | { readonly state: 'read'; readonly published: PublishedReport; readonly sentence: string }
  | { readonly state: 'unread'; readonly published: null; readonly sentence: string };

/** Whose report of which year was looked for. */
export interface LookedFor {
  readonly agencyId: string;
  readonly year: number;
  readonly fileName: string;
}

const unread = (sentence: string): Seen => ({ state: 'unread', published: null, sentence });

export const hasFigures = (reading: DocumentReading): boolean =>
  reading.kind === 'report' && Object.values(reading.figures).some((figure) => figure?.state !== 'unread');

/** What a reading says is public. A year or an agency that is not printed is taken to be the one looked for; the figures will tell. */
export function seenIn(reading: DocumentReading, { agencyId, year, fileName }: LookedFor, roster: PreparedRoster): Seen {
  if (reading.kind !== 'report') return unread(reading.sentence);
  if (!hasFigures(reading)) return unread('没有读到表格里的数字，可能是图片或另有附件。请打开网页核对，核对后可以人工登记。');
  const printedYear = reading.year.value ?? year;
  const match = whoReports(reading.agency, { path: fileName, year: printedYear }, roster);
  const other = match.kind === 'matched' && match.agencyId !== agencyId ? match.name : undefined;
  const figures = figuresOf(reading);
  return {
    state: 'read',
    published: { year: printedYear, edition: reading.edition, figures, ...(other ? { ofAgency: other } : {}) },
    sentence: '',
  };
}

/** Which attachment holds the tables of a page that shows none, or why that cannot be told. */
export function attachmentOf(attachments: readonly PageLink[], isAllowed: (address: string) => boolean): PageLink | string | undefined {
  if (attachments.length === 0) return undefined;
  const [only] = attachments;
  if (attachments.length > 1)
    return `网页的表格在附件里，有 ${attachments.length} 个附件。请复制年报附件的网址，重新核对：${attachments
      .slice(0, 5)
      .map(({ text }) => text)
      .join('、')}。`;
  return isAllowed(only!.address) ? only! : `网页的表格在附件“${only!.text}”里，附件所在的网站不在允许的名单里。请下载后人工登记。`;
}
