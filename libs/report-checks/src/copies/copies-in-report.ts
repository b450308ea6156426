import type { ReportCheck } from '../checked-report';
import { notAssessable } from '../verdict';
import { copiedText, type CopySource } from './copied-text';

const check = 'DUP-TEXT';

/**
 * DUP-TEXT for one report: its words against those of the agencies named as possible copies, and its own of last year. An empty list of others means that
 * all were looked at and none was alike.
 */
export const copiesInReport: ReportCheck = {
  id: check,
  judge: ({ report, agency, text, lastYear, possibleCopies, otherAgencies = [] }) => {
    if (!text || (text.parts['1'] === undefined && text.parts['5'] === undefined)) return [notAssessable(check, '没有读到第一、五部分')];
    const name = agency?.name ?? '';
    const before: CopySource[] =
      lastYear?.text && lastYear.year === report.year - 1
        ? [{ id: 'last-year', agency: name, year: lastYear.year, text: lastYear.text }]
        : [];
    const names = agency ? [agency.county, agency.name, ...(agency.aliases ?? []), ...otherAgencies] : otherAgencies;
    const verdicts = copiedText({ id: '', agency: name, year: report.year, text }, [...(possibleCopies ?? []), ...before], names);
    return [
      ...verdicts,
      ...(possibleCopies === undefined ? [notAssessable(check, '没有本县其他单位本年的文字可比')] : []),
      ...(before.length === 0 ? [notAssessable(check, '没有本单位上年的文字可比')] : []),
    ];
  },
};
