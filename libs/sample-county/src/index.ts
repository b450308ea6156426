export { countyReports, plantedInCounty } from './county-reports';
export { checkedCountyReports, checkedSample, sampleCountyYear, textOfSample } from './checked-sample';
export { agenciesCsv, countyName, sampleAgencies, sampleCounty, sampleYears, type SampleAgency } from './agencies';
export { sampleDocuments, type SampleDocument } from './documents';
export { leavesBlanks, missingReports, plantedFaults, type PlantedFault } from './planted-faults';
export { filingFindings, sampleHandIns, samplePage, samplePublications, sampleReturns, type SamplePublication } from './filings';
