export { checkedSample, sampleCountyYear, textOfSample } from './checked-sample';
export { agenciesCsv, countyName, sampleAgencies, sampleYears, type SampleAgency } from './agencies';
export { sampleDocuments, type SampleDocument } from './documents';
export { leavesBlanks, missingReports, plantedFaults, type PlantedFault } from './planted-faults';
export { filingFindings, sampleHandIns, samplePage, samplePublications, sampleReturns, type SamplePublication } from './filings';
