import { serveReadings } from '@mingshu/report-reader';

serveReadings();
