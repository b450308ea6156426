export * from './document';
export { createReaderPool, type ReaderPool, type ReaderPoolSettings } from './isolation/reader-pool';
export { serveReadings } from './isolation/serve-readings';
export { largestDocument, openDocument } from './opening/open-document';
export { pagePicture, type PagePicture } from './picture/page-picture';
export { READER_VERSION, readDocument } from './read-document';
export { readReport } from './recognition/read-report';
export { readRosterRows, type RosterRows } from './roster-rows';
