export * from './breakdown';
export * from './filings';
export * from './stat-table';
