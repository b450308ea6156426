/** The day a page says it was published, with the words it says so in. */
export interface PrintedDate {
  readonly day: string;
  readonly printed: string;
}

/**
 * 发布日期 and its like. A day on which a text was written or takes effect (成文, 生成, 生效) is no day of publication, nor is one in an address
 * (domain.md 9.5).
 */
const published = /(?:发布|公开|公布)(?:日期|时间)\s*[:：]?\s*(20\d\d)\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})/g;

/** The one day of publication a page's text prints; `null` where it prints none, or several. */
export function printedPublicationDate(text: string): PrintedDate | null {
  const days = new Map<string, string>();
  for (const [printed, year, month, date] of text.normalize('NFKC').matchAll(published)) {
    const day = `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`;
    const moment = new Date(`${day}T00:00:00Z`);
    if (!Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day)) days.set(day, printed.replaceAll(/\s+/g, ''));
  }
  const [only] = days;
  return only && days.size === 1 ? { day: only[0], printed: only[1] } : null;
}
