export { agenciesCsv, countyName, sampleAgencies, sampleYears, type SampleAgency } from './agencies';
export { sampleDocuments, type SampleDocument } from './documents';
export { missingReports, plantedFaults, type PlantedFault } from './planted-faults';
