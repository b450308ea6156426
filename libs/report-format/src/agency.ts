/** Kinds of reporting agency, in the order in which lists show them. */
export const agencyKinds = ['镇', '乡', '街道', '部门', '县政府本级'] as const;

export type AgencyKind = (typeof agencyKinds)[number];

/** The row of the roster that stands for the county itself. Its report covers all agencies: it is owed to nobody here and added to no sum. */
export const countyKind = '县级报告';

export type RosterKind = AgencyKind | typeof countyKind;
