import { daysBetween } from './days';

export interface ReminderFacts {
  readonly county: string;
  readonly year: number;
  readonly agency: string;
  readonly dueOn: string;
  readonly today: string;
  /** Working days until the due date; absent once it has passed. */
  readonly workingDaysLeft?: number;
  /** Where the count rests on an estimate, why. */
  readonly workingDaysNote?: string;
}

/** An ISO day as papers write it: 2025年1月31日. */
export const dayInWords = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

/** A 催报 for one agency, to be copied into a message. Its legal basis is 条例第四十九条. */
export function reminderText({ county, year, agency, dueOn, today, workingDaysLeft, workingDaysNote }: ReminderFacts): string {
  const late = daysBetween(dueOn, today);
  const left = workingDaysLeft === undefined ? '' : `（还有 ${workingDaysLeft} 个工作日${workingDaysNote ? `，${workingDaysNote}` : ''}）`;
  const state =
    late > 0
      ? `报送期限为${dayInWords(dueOn)}，现已逾期 ${late} 天，尚未收到。请于今日内报送，确有困难的请说明原因。`
      : late === 0
        ? '今天是报送期限，尚未收到。请于今日下班前报送。'
        : `报送期限为${dayInWords(dueOn)}${left}，尚未收到。请按期报送。`;
  return `${agency}：贵单位 ${year} 年度政府信息公开工作年度报告，${state}报送前请对照格式核对各表勾稽关系。${county}政务公开办`;
}
