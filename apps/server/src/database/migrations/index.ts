import { FirstSchema1764000000000 } from './1-first-schema';
import { Publication1765100000000 } from './10-publication';
import { PublicationWatch1765110000000 } from './11-publication-watch';
import { Corrections1764100000000 } from './2-corrections';
import { Rereadings1764101000000 } from './2-rereadings';
import { ArchivesAndAddresses1764200000000 } from './3-archives-and-addresses';
import { FindingsThatLive1764300000000 } from './4-findings-that-live';
import { Season1764400000000 } from './5-season';
import { Certainty1764500000000 } from './6-certainty';
import { ProseOfReports1764600000000 } from './7-prose-of-reports';
import { TextSketches1764700000000 } from './8-text-sketches';
import { AgencyLineage1764900000000 } from './9-agency-lineage';
import { JudgedWith1765000000000 } from './10-judged-with';
import { CountyReport1765200000000 } from './12-county-report';
import { UserAccounts1765300000000 } from './13-user-accounts';
import { Holidays1765310000000 } from './14-holidays';

/** Every migration in order. One that has been released is never edited. */
export const migrations = [
  FirstSchema1764000000000,
  Corrections1764100000000,
  Rereadings1764101000000,
  ArchivesAndAddresses1764200000000,
  FindingsThatLive1764300000000,
  Season1764400000000,
  Certainty1764500000000,
  ProseOfReports1764600000000,
  TextSketches1764700000000,
  AgencyLineage1764900000000,
  JudgedWith1765000000000,
  Publication1765100000000,
  PublicationWatch1765110000000,
  CountyReport1765200000000,
  UserAccounts1765300000000,
  Holidays1765310000000,
];
