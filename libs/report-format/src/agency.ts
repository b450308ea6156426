/** Kinds of reporting agency, in the order in which lists show them. */
export const agencyKinds = ['镇', '乡', '街道', '部门', '县政府本级'] as const;

export type AgencyKind = (typeof agencyKinds)[number];
