import { cellsOf, editionForYear, type NotAReport, type Remark, type ReportReading } from '@mingshu/report-format';
import type { OpenedDocument, TextBlock } from '../document';
import { certainFigures } from '../scan/certain-figures';
import { judgeAcceptance } from './acceptance';
import { namesAReport, particularsOf, recogniseAgency, recogniseYear, type Surroundings } from './agency-and-year';
import { withTestimony } from './certainty';
import { readDisclosureTable } from './disclosure-table';
import { readDisputesTable } from './disputes-table';
import { recogniseEdition } from './edition';
import { blankForm, isBlankForm, whatElse } from './not-a-report';
import { readRequestsTable } from './requests-table';
import { candidateRows } from './rows';
import { recogniseSections } from './sections';

/** A page may put menus before the report; what counts stands right before the first heading. */
const longestOpening = 4000;

const isExplanation = ({ blocks, title }: OpenedDocument) => {
  const first = blocks.find((block): block is TextBlock => block.kind !== 'grid');
  return /解读/.test((title ?? '').slice(0, 40) + (first?.text ?? '').slice(0, 40));
};

/** Numbers in the rows of a table, which no notice about reports and no empty form has. */
const printsNumbers = (figures: Readonly<Record<string, { readonly state: string }>>) =>
  Object.values(figures).filter(({ state }) => state === 'number').length >= 2;

/**
 * Reads an opened document: edition, agency, year, every figure with its place, the prose. Nothing is guessed; a cell that cannot be told is `unread`.
 * @returns what the document is instead where it holds neither the tables nor the sections of the form.
 */
export function readReport(document: OpenedDocument, surroundings: Surroundings = {}): ReportReading | NotAReport {
  const { blocks } = document;
  const sections = recogniseSections(blocks);
  const particulars = particularsOf(document);
  const year = recogniseYear(document, particulars, sections, surroundings);
  const candidates = candidateRows(blocks);
  const { edition, isPresumed } = recogniseEdition(blocks, candidates, year.value);
  const requests = readRequestsTable(edition, blocks, candidates, year.value);
  const disclosure = readDisclosureTable(edition, blocks, candidates, year.value);
  const disputes = readDisputesTable(blocks, candidates);
  const hasTables = requests.found >= 12 || (requests.found >= 5 && disclosure.found >= 2) || (disclosure.found >= 5 && disputes.found > 0);
  const hasSections =
    (sections.headings.length >= 4 && namesAReport(particulars)) || (sections.headings.length === 6 && printsNumbers(disclosure.figures));
  if (!hasTables && (!hasSections || isExplanation(document))) return whatElse(document, year.value);
  if (!hasTables && year.value !== null && year.value < 2019) return whatElse(document, year.value);
  const printed = certainFigures({ ...disclosure.figures, ...requests.figures, ...disputes.figures }, blocks);
  const { figures, broken } = withTestimony(edition, printed);
  if (isBlankForm([particulars.title, particulars.pageTitle], figures)) return blankForm;
  const remarks: Remark[] = [...sections.remarks, ...disclosure.remarks, ...requests.remarks, ...disputes.remarks];
  const words = cellsOf(edition).filter(
    (cell) => figures[cell]?.state === 'unread' && (figures[cell] as { why: string }).why === 'unclear',
  );
  if (words.length > 0)
    remarks.push({ code: 'NUM-FORMAT', text: `有 ${words.length} 个格印的不是能确认的数，已标为存疑，请对照原文核对。`, cells: words });
  const expected = year.value === null ? undefined : editionForYear(year.value);
  if (!isPresumed && expected && expected !== edition)
    remarks.push({ code: 'ED-MATCH', text: `${year.value} 年度应使用 ${expected} 年版格式，文件用的是 ${edition} 年版。` });
  const agency = recogniseAgency(particulars, sections, surroundings);
  const extensions = [...disclosure.extensions, ...requests.extensions];
  const { named } = requests;
  return {
    kind: 'report',
    agency,
    year,
    edition,
    editionPresumed: isPresumed,
    figures,
    sections: sections.texts,
    remarks,
    ...(sections.headings.length > 0 ? { opening: sections.introduction.join('\n').slice(-longestOpening) } : {}),
    ...(sections.headings.length > 0 || sections.printed.length > 0 ? { headings: sections.printed } : {}),
    ...(extensions.length > 0 ? { extensions } : {}),
    acceptance: judgeAcceptance({ edition, editionPresumed: isPresumed, agency, year, figures, broken, named, remarks }),
  };
}
