import type { CountyCheck } from '../checked-county';
import { copiedTexts, type CopySource } from '../copies/copied-text';
import { holds, type Verdict } from '../verdict';

const check = 'DUP-TEXT';

/** DUP-TEXT over a county's year: every pair of reports that is more than half alike, each pair once. */
export const copiesInCounty: CountyCheck = {
  id: check,
  judge: ({ name: county, year, members }) => {
    const sources = members.flatMap(({ agencyId, name, text }): CopySource[] => (text ? [{ id: agencyId, agency: name, year, text }] : []));
    const names = [
      county,
      ...members.flatMap(({ name }) => [name, name.replace(county, ''), name.replace(county, '').replace(/人民政府$|办事处$/, '')]),
    ];
    const found = copiedTexts(sources, names).flatMap(({ one, other, verdict }): Verdict[] =>
      verdict.outcome === 'broken' ? [{ ...verdict, subject: `${one.id}:${other.id}`, sentence: `${one.agency}${verdict.sentence}` }] : [],
    );
    return found.length > 0 || sources.length < 2 ? found : [holds(check)];
  },
};
