import type { ApplicantColumn, DisputesTable } from './edition-format';

/** Who asked: the seven columns of table 3, alike in both editions. */
export const applicantColumns = [
  { code: 'natural_person', label: '自然人', english: 'natural persons', parent: null, aliases: ['个人'] },
  { code: 'enterprise', label: '商业企业', english: 'commercial enterprises', parent: '法人或其他组织', aliases: ['商业 企业', '企业'] },
  { code: 'research', label: '科研机构', english: 'research institutions', parent: '法人或其他组织', aliases: ['科研 机构'] },
  {
    code: 'public_welfare',
    label: '社会公益组织',
    english: 'public-welfare organisations',
    parent: '法人或其他组织',
    aliases: ['社会公益 组织'],
  },
  {
    code: 'legal_service',
    label: '法律服务机构',
    english: 'legal service institutions',
    parent: '法人或其他组织',
    aliases: ['法律服务 机构'],
  },
  { code: 'org_other', label: '其他', english: 'other organisations', parent: '法人或其他组织', aliases: [] },
  { code: 'total', label: '总计', english: 'total', parent: null, aliases: ['合计', '总数'] },
] as const satisfies readonly ApplicantColumn[];

/** Table 4, alike in both editions: one row of three blocks with five figures each, in 件. */
export const disputesTable = {
  code: 'disputes',
  section: 4,
  title: '政府信息公开行政复议、行政诉讼情况',
  blocks: [
    { code: 'review', label: '行政复议', english: 'administrative reconsideration', parent: null },
    { code: 'suit_direct', label: '未经复议直接起诉', english: 'litigation without prior reconsideration', parent: '行政诉讼' },
    { code: 'suit_after_review', label: '复议后起诉', english: 'litigation after reconsideration', parent: '行政诉讼' },
  ],
  columns: [
    { code: 'upheld', label: '结果维持', english: 'upheld', aliases: ['维持'] },
    { code: 'corrected', label: '结果纠正', english: 'corrected', aliases: ['纠正'] },
    { code: 'other', label: '其他结果', english: 'other outcome', aliases: ['其他'] },
    { code: 'pending', label: '尚未审结', english: 'pending', aliases: ['未审结'] },
    { code: 'total', label: '总计', english: 'total', aliases: ['合计'] },
  ],
} as const satisfies DisputesTable;
