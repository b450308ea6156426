/** What the columns of a trend are: the flow of requests, outcomes by group or one by one, applicants, kinds of agency, disclosure, disputes. */
export const breakdowns = ['flow', 'outcome', 'outcome_detail', 'applicant', 'agency_kind', 'disclosure', 'disputes'] as const;

export type Breakdown = (typeof breakdowns)[number];
