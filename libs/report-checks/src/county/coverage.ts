import type { CountyCheck } from '../checked-county';
import { broken, holds } from '../verdict';

const check = 'AGG-COVER';

/** AGG-COVER: every agency on the roster has filed, or is excused with a reason on record. */
export const coverage: CountyCheck = {
  id: check,
  judge: ({ members, year }) =>
    members.map(({ agencyId, name, report, excused }) => {
      if (report || (excused !== undefined && excused.trim() !== '')) return holds(check);
      return broken(check, {
        subject: agencyId,
        facts: [excused ?? '未报'],
        sentence:
          excused === undefined ? `${name} ${year} 年度没有报送报告，也没有免报理由。` : `${name} ${year} 年度免报，但没有写明理由。`,
      });
    }),
};
