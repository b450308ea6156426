import type { Figure, FigureReading } from '@mingshu/report-format';

/** What a cell of an official table shows: the four kinds of nothing look different in words, not in colour alone. */
export function figureText(reading: FigureReading | undefined): string {
  if (!reading) return '未读到';
  if (reading.state === 'number') return String(reading.value);
  if (reading.state === 'blank') return '—';
  if (reading.state === 'not_applicable') return '/';
  return reading.why === 'unclear' ? '存疑' : '未读到';
}

/** The same for a screen reader, with what a stroke means. */
export function figureSpoken(reading: FigureReading | undefined): string {
  if (reading?.state === 'blank') return '未填';
  if (reading?.state === 'not_applicable') return '不适用';
  return figureText(reading);
}

/** A figure in words, where several stand in a sentence or a list. */
export const figureWording = (figure: Figure): string =>
  typeof figure === 'number' ? String(figure) : { blank: '未填', not_applicable: '不适用', unread: '未读到' }[figure];
