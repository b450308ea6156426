import type { CheckId } from '@mingshu/report-checks';
import type { CellCode } from '@mingshu/report-format';

/** A fault put into one document: what is added to which printed figures, and every finding that must come of it. */
export interface PlantedFault {
  readonly agency: string;
  readonly year: number;
  readonly changes: Partial<Record<CellCode, number>>;
  readonly findings: readonly { readonly year: number; readonly check: CheckId; readonly count: number }[];
}

export const plantedFaults: readonly PlantedFault[] = [
  {
    agency: '东坪镇',
    year: 2022,
    changes: { 'requests.granted.total': 1 },
    findings: [
      { year: 2022, check: 'T3-ROW', count: 1 },
      { year: 2022, check: 'T3-SUM', count: 1 },
    ],
  },
  {
    agency: '柳林乡',
    year: 2023,
    changes: { 'requests.settled.natural_person': 2 },
    findings: [
      { year: 2023, check: 'T3-COL', count: 1 },
      { year: 2023, check: 'T3-SUM', count: 1 },
      { year: 2023, check: 'T3-ROW', count: 1 },
    ],
  },
  {
    agency: '石桥街道',
    year: 2021,
    changes: { 'disputes.review.total': 1 },
    findings: [{ year: 2021, check: 'T4-SUM', count: 1 }],
  },
  {
    agency: '自然资源局',
    year: 2024,
    changes: {
      'requests.carried_in.natural_person': 1,
      'requests.carried_in.total': 1,
      'requests.new_received.natural_person': -1,
      'requests.new_received.total': -1,
    },
    findings: [{ year: 2024, check: 'YOY-CARRY', count: 2 }],
  },
  {
    agency: '河口镇',
    year: 2020,
    changes: { 'requests.carried_out.enterprise': 1 },
    findings: [
      { year: 2020, check: 'T3-COL', count: 1 },
      { year: 2020, check: 'T3-ROW', count: 1 },
      { year: 2021, check: 'YOY-CARRY', count: 1 },
    ],
  },
  {
    agency: '公安局',
    year: 2023,
    changes: { 'requests.new_received.natural_person': 2, 'requests.new_received.total': 2 },
    findings: [{ year: 2023, check: 'T3-COL', count: 2 }],
  },
];

/** Reports that never arrive. */
export const missingReports: readonly { readonly agency: string; readonly year: number }[] = [
  { agency: '大坝乡', year: 2022 },
  { agency: '民政局', year: 2024 },
];

/** An agency that leaves the columns of organisations empty where they are zero. */
export const leavesBlanks = { agency: '青山乡', year: 2019 } as const;
