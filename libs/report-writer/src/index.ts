export { guarded } from './formula-guard';
export type { ReportDocument } from './report-document';
export { writeCountyWorkbook, type CountyYear, type SummedReport } from './write-county-workbook';
export { writeOpinionDocx } from './write-opinion-docx';
export { writeReportDocx } from './write-report-docx';
export { writeReportHtml } from './write-report-html';
export { writeReportText } from './write-report-text';
export { writeStatCsv } from './write-stat-csv';
export { writeStatWorkbook, type WorkbookFrame } from './write-stat-workbook';
