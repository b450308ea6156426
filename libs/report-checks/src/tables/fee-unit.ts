import { figureAt, isNumber } from '@mingshu/report-format';
import { cellName } from '../cell-wording';
import type { ReportCheck } from '../checked-report';
import { broken, holds, notAssessable } from '../verdict';
import { predecessorsOf } from '../years/predecessors';

const check = 'T2-FEEUNIT';
const cell = 'disclosure.a20_8.admin_fee.fee_amount';
const isTown = (kind: string | undefined) => kind === '镇' || kind === '乡' || kind === '街道';
const townLimit = 1000;

/** 元 typed as 万元 is off by 10,000; a year never is, give or take a doubling. */
const looksLikeUnits = (one: number, other: number) => one > 0 && other > 0 && one / other >= 5000 && one / other <= 20_000;
const shown = (value: number) => String(Number(value.toFixed(6)));

/** T2-FEEUNIT: the fee is in 万元. A town with 1,000 万元 or more, or ten thousand times last year's fee (or the reverse), has probably written 元. */
export const feeUnit: ReportCheck = {
  id: check,
  judge: (checked) => {
    const found = figureAt(checked.report.figures, cell);
    if (!isNumber(found)) return [notAssessable(check, '收费金额没有填数或没有读到', [cell])];
    const before = predecessorsOf(checked);
    const fees = before.kind === 'known' ? before.reports.map(({ figures }) => figureAt(figures, cell)) : [];
    const last = fees.length > 0 && fees.every(isNumber) ? fees.reduce((sum, fee) => sum + fee, 0) : undefined;
    const isTooMuch = isTown(checked.agency?.kind) && found >= townLimit;
    const jumpsUp = last !== undefined && looksLikeUnits(found, last);
    const fellDown = last !== undefined && looksLikeUnits(last, found);
    if (!isTooMuch && !jumpsUp && !fellDown) return [holds(check, [cell])];
    const why = jumpsUp || fellDown ? `上年为 ${shown(last!)} 万元，相差约一万倍` : '乡镇、街道通常不会有这么多';
    const expected = fellDown ? undefined : Number((found / 10_000).toFixed(6));
    return [
      broken(check, {
        cells: [cell],
        found,
        ...(expected === undefined ? {} : { expected }),
        facts: last === undefined ? [] : [`上年${shown(last)}`],
        sentence:
          expected === undefined
            ? `${cellName(cell)}填写 ${shown(found)} 万元，${why}，请核对两年的单位是不是有一年误填为元。`
            : `${cellName(cell)}填写 ${shown(found)} 万元，${why}，可能是 ${shown(found)} 元，即 ${shown(expected)} 万元。请核对单位。`,
      }),
    ];
  },
};
