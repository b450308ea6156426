import type { FilingCheck } from '../checked-filing';
import { broken, holds, notAssessable, type Verdict } from '../verdict';
import { daysFrom, dayWord } from './days';

const check = 'RETURNED';

/** RETURNED: what the reviewer sent back comes corrected by the day set. While that day is ahead there is nothing to say. */
export const returned: FilingCheck = {
  id: check,
  judge: ({ agencyName, year, today, returns }) =>
    returns.flatMap(({ returnedOn, correctBy, correctedOn }): Verdict[] => {
      if (correctBy === null) return [notAssessable(check, `${dayWord(returnedOn)}退回时没有设定改正期限`)];
      const over = daysFrom(correctBy, correctedOn ?? today);
      if (over <= 0) return correctedOn === null ? [] : [holds(check)];
      return [
        broken(check, {
          subject: returnedOn,
          facts: [correctBy, correctedOn ?? ''],
          // While it is awaited the days grow by themselves, which reopens no answer.
          ...(correctedOn === null ? {} : { found: over, expected: 0 }),
          sentence: `${agencyName} ${year} 年度报告 ${dayWord(returnedOn)}退回，应于 ${dayWord(correctBy)}前改正，${correctedOn === null ? `至 ${dayWord(today)}尚未重新报送` : `${dayWord(correctedOn)}才重新报送`}，超过 ${over} 天。`,
        }),
      ];
    }),
};
