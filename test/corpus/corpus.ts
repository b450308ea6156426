import { arrivalCases } from './cases/arrivals';
import { cellValueCases } from './cases/cell-values';
import { damagedTextCases } from './cases/damaged-text';
import { headingCases } from './cases/headings';
import { labelCases } from './cases/labels';
import { otherFormatCases } from './cases/other-formats';
import { producerCases } from './cases/producers';
import { tableShapeCases } from './cases/table-shapes';
import { whoAndWhenCases } from './cases/who-and-when';
import { wholeCases } from './cases/whole';
import type { CorpusCase } from './corpus-case';

/** Every document of the corpus that we draw ourselves, in the order of the hard cases. */
export const corpus: readonly CorpusCase[] = [
  ...wholeCases,
  ...otherFormatCases,
  ...arrivalCases,
  ...damagedTextCases,
  ...headingCases,
  ...tableShapeCases,
  ...labelCases,
  ...cellValueCases,
  ...whoAndWhenCases,
  ...producerCases,
];
