import type {
  FindingEvent,
  NextStep,
  Opinion,
  ProblemCode,
  Rereading,
  RereadState,
  ReportStatus,
  Role,
  SubmissionStatus,
} from '@mingshu/contracts';
import type { FigureReading, FigureSign, Place, Sign, VersionOrigin } from '@mingshu/report-format';
import type { FindingState, LinkState, Mark, Severity } from '@mingshu/report-checks';
import type { Breakdown } from '@mingshu/statistics';
import type { ProblemError } from '../api/call';

/** Wording of every refusal. A code without wording does not compile. */
const problems: Record<ProblemCode | 'unreachable', string> = {
  'not-signed-in': '登录已结束，请重新登录。',
  'wrong-credentials': '用户名或密码不正确。',
  'too-many-attempts': '尝试次数过多，请 15 分钟后再试。',
  forbidden: '您的角色不能进行这项操作。',
  'bad-request': '填写的内容不完整或格式不对，请检查后重试。',
  'foreign-origin': '请求来自其他网站，已拒绝。',
  'not-found': '没有找到所要的内容。',
  'file-too-large': '文件超过 20 MB，没有接收。',
  'too-many-files': '一次最多导入 200 个文件，请分批导入。',
  'no-file': '没有选择文件。',
  'queue-full': '等待识读的文件太多，请稍后再导入。',
  'address-import-off': '从网址导入没有启用。请县管理员在“设置”中启用并填写允许的网站。',
  'address-refused': '这个网址不能打开。',
  'agency-not-found': '没有找到这个单位。',
  'agency-code-taken': '单位代码已被使用。',
  'agency-has-reports': '该单位已有年度报告，不能删除；请填写停用年度。',
  'agency-is-predecessor': '该单位是其他单位的前身，请先修改那个单位的沿革。',
  'agency-has-users': '有用户的范围是这个单位，请先修改那个用户。',
  'lineage-not-possible': '这样的沿革不能成立，请检查。',
  'roster-unreadable': '名册文件无法读取，请使用 CSV 或 Excel（.xlsx）文件。',
  'round-not-found': '没有找到这个年度。',
  'dates-out-of-order': '最后截止日期不能早于按时截止日期。',
  'holidays-not-possible': '这样的放假安排不能成立，请检查日期。',
  'already-filed': '所选单位中有已经报送的，不能豁免。',
  'not-filed-yet': '所选单位中有还没有报告的，不能登记报送日期。',
  'date-ahead': '日期不能晚于今天。',
  'publication-not-found': '没有找到这条发布记录。',
  'publication-withdrawn': '这条发布记录已撤回。',
  'publication-checking': '正在核对，请等这一次完成。',
  'submission-not-found': '没有找到这份文件。',
  'submission-not-assignable': '这份文件的状态已变化，请刷新后再试。',
  'report-not-found': '该单位该年度还没有报告。',
  'version-changed': '这份报告刚被其他人改过，您填写的内容还在，请在新版本上重新应用。',
  'figure-not-possible': '有的格填写的数不符合格式要求，请检查标出的格。',
  'nothing-to-undo': '没有可以撤销的更正。',
  'nothing-to-save': '没有需要保存的内容。',
  'rereading-not-found': '没有找到这次重新识读。',
  'rereading-running': '已有一次重新识读正在进行，请等它完成或先停止。',
  'rereading-not-adoptable': '这份报告已有变化，不能采用这次的识读，请重新识读后再比较。',
  'original-not-found': '原件已不在存储中。',
  'sample-not-removable': '当前没有可清除的示例数据（或仍在导入中）。',
  'weak-password': '新密码至少 12 位，含大写字母、小写字母、数字、符号中的三类，并且不同于原密码。',
  'password-change-required': '请先修改密码，再进行其他操作。',
  'user-not-found': '没有找到这个用户。',
  'user-name-taken': '用户名已被使用。',
  'last-administrator': '县里至少要有一位可以登录的县管理员。',
  'reason-required': '请填写原因。',
  'not-signable': '还不能核定。',
  'not-explainable': '错误须改正，不能只作说明；确有特殊情况的请用“豁免”。',
  'opinion-not-found': '没有找到这份退回意见。',
  'opinion-closed': '单位已报送新的版本，这次退回不能再撤回。',
  'rule-not-found': '没有这条规则。',
  'self-check-off': '县政务公开办已停用自查页。请直接与县政务公开办联系。',
  'not-checkable': '这个文件不能自查。',
  'too-many-checks': '自查次数过多，请十分钟后再试。',
  busy: '系统正忙，请稍后再试。',
  unexpected: '系统出错，操作没有完成。',
  unreachable: '连接不上服务器，请检查网络或稍后再试。',
};

/** A refusal in words; where the server gave a sentence of its own, that one. The number finds the entry in the log. */
export const problemText = ({ code, details, number }: ProblemError): string => {
  const own = typeof details.sentence === 'string' ? details.sentence : problems[code];
  return number ? `${own}（编号 ${number}）` : own;
};

export interface StatusWording {
  readonly glyph: string;
  readonly word: string;
  readonly tone: 'good' | 'warning' | 'error' | 'none';
}

/** Between the years of 结转衔接. */
export const linkStatus: Record<LinkState, StatusWording> = {
  holds: { glyph: '✓', word: '衔接', tone: 'good' },
  broken: { glyph: '✕', word: '不衔接', tone: 'error' },
  unknown: { glyph: '?', word: '不能判定', tone: 'none' },
};

export const submissionStatus: Record<SubmissionStatus, StatusWording> = {
  received: { glyph: '…', word: '排队中', tone: 'none' },
  reading: { glyph: '…', word: '识读中', tone: 'none' },
  read: { glyph: '✓', word: '已读入', tone: 'good' },
  unassigned: { glyph: '?', word: '待指定', tone: 'warning' },
  not_a_report: { glyph: '×', word: '不是年报', tone: 'error' },
  unreadable: { glyph: '×', word: '无法读取', tone: 'error' },
  duplicate: { glyph: '=', word: '重复文件', tone: 'none' },
  expanded: { glyph: '⊞', word: '已展开', tone: 'none' },
  quarantined: { glyph: '!', word: '已隔离', tone: 'error' },
  discarded: { glyph: '–', word: '已移除', tone: 'none' },
};

export const reportStatus: Record<ReportStatus, StatusWording> = {
  not_filed: { glyph: '○', word: '未报', tone: 'none' },
  received: { glyph: '…', word: '已收', tone: 'none' },
  has_errors: { glyph: '!', word: '有错待改', tone: 'error' },
  returned: { glyph: '↩', word: '已退回', tone: 'warning' },
  corrected: { glyph: '↻', word: '已改待核', tone: 'none' },
  signed: { glyph: '✓', word: '已核', tone: 'good' },
  published: { glyph: '●', word: '已发布', tone: 'good' },
};

/** What the office does next for an agency. */
export const nextStep: Record<NextStep, string> = {
  remind: '催报',
  wait: '等待报送',
  review: '核对',
  return: '退回',
  await_corrected: '等待重报',
  sign: '核定',
  publish: '发布核对',
  none: '—',
};

export const severity: Record<Severity, StatusWording> = {
  error: { glyph: '!', word: '错误', tone: 'error' },
  warning: { glyph: '?', word: '疑问', tone: 'warning' },
  info: { glyph: 'i', word: '提示', tone: 'none' },
};

/** 待处理 … 已消除: where a finding stands. */
export const findingState: Record<FindingState, StatusWording> = {
  open: { glyph: '…', word: '待处理', tone: 'none' },
  reopened: { glyph: '↻', word: '重新打开', tone: 'warning' },
  returned: { glyph: '↩', word: '已退回', tone: 'warning' },
  explained: { glyph: '✎', word: '已说明', tone: 'good' },
  waived: { glyph: '◇', word: '已豁免', tone: 'good' },
  no_action: { glyph: 'i', word: '无需处理', tone: 'none' },
  resolved: { glyph: '✓', word: '已消除', tone: 'none' },
};

/** What happened to a finding, in its history. */
export const findingDeed: Record<FindingEvent['kind'], string> = {
  found: '发现',
  explained: '说明',
  waived: '豁免',
  withdrawn: '撤回说明或豁免',
  returned: '退回',
  return_undone: '撤回退回',
  reopened: '重新打开',
  resolved: '已消除',
};

export const opinionState: Record<Opinion['state'], StatusWording> = {
  under_way: { glyph: '↩', word: '待重报', tone: 'warning' },
  answered: { glyph: '✓', word: '已重报', tone: 'good' },
  undone: { glyph: '–', word: '已撤回', tone: 'none' },
};

/** Whether an account may sign in, and with whose password. */
export const accountState: Record<'active' | 'given' | 'ended', StatusWording> = {
  active: { glyph: '✓', word: '使用中', tone: 'good' },
  given: { glyph: '…', word: '待修改初始密码', tone: 'none' },
  ended: { glyph: '–', word: '已停用', tone: 'warning' },
};

export const role: Record<Role, string> = { county_admin: '县管理员', reviewer: '审核', township: '乡镇填报', reader: '只读' };

export const breakdown: Record<Breakdown, string> = {
  flow: '申请办理',
  outcome: '处理结果',
  outcome_detail: '处理结果明细',
  applicant: '申请人',
  agency_kind: '单位类别',
  disclosure: '主动公开',
  disputes: '复议诉讼',
};

export const signPlace: Record<Sign<unknown>['where'], string> = {
  title: '标题',
  file_name: '文件名',
  introduction: '引言',
  period: '统计期限',
  body: '正文',
  page_title: '网页标题',
  file_path: '所在文件夹',
  contact_line: '联系方式',
  signature: '落款',
  publication_date: '发布日期',
};

/** What speaks for or against a figure's being read right. */
export const figureSign: Record<FigureSign, string> = {
  row_label: '行名',
  row_order: '行的次序',
  column_header: '列名',
  count: '个数',
  position: '位置',
  row_sum: '行合计',
  column_sum: '列合计',
  balance: '勾稽关系',
  second_reading: '另一种读法',
  certainty: '识别把握',
};

/** Where something stands in the original, in words. */
export function placeText(place: Place): string {
  switch (place.kind) {
    case 'grid':
      return `原件第 ${place.table} 个表格，第 ${place.row} 行第 ${place.column} 列`;
    case 'line':
      return `原件第 ${place.line} 行${place.field ? `，第 ${place.field} 栏` : ''}`;
    case 'paragraph':
      return `原件第 ${place.paragraph} 段`;
    case 'page':
      return `原件第 ${place.page} 页`;
    case 'sheet':
      return `工作表“${place.sheet}”的 ${place.address}`;
    case 'person':
      return '人工录入，原件中没有识读到位置';
  }
}

export const figureState = (reading: FigureReading): string => {
  if (reading.state === 'number') return '数字';
  if (reading.state === 'blank') return '未填（空格）';
  if (reading.state === 'not_applicable') return '不适用';
  return reading.why === 'unclear' ? '存疑，未采用' : '未读到';
};

export const versionOrigin: Record<VersionOrigin, string> = {
  read: '识读',
  corrected: '人工更正',
  undone: '撤销更正',
  entered: '人工录入',
  reread: '重新识读',
};

/** A moment as people here write it: 2025-01-20 16:05. */
export const momentText = (iso: string): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(new Date(iso));
/** The day of a moment, in China. */
export const dayOf = (iso: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(iso));

export const ruleState: Record<'on' | 'off', StatusWording> = {
  on: { glyph: '✓', word: '使用中', tone: 'good' },
  off: { glyph: '–', word: '已停用', tone: 'warning' },
};

/** How sure the basis of a rule is. */
export const ruleMark: Record<Mark, string> = { V: '已核实出处', R: '出处待核实', I: '由格式推定' };

export const rereadingState: Record<Rereading['state'], string> = { running: '正在重新识读', done: '已完成', cancelled: '已停止' };

export const rereadState: Record<RereadState, StatusWording> = {
  waiting: { glyph: '…', word: '等待', tone: 'none' },
  same: { glyph: '=', word: '相同', tone: 'good' },
  changed: { glyph: '≠', word: '有不同', tone: 'warning' },
  settled: { glyph: '✎', word: '有不同，已人工处理', tone: 'warning' },
  superseded: { glyph: '–', word: '已有新版本', tone: 'none' },
  readable: { glyph: '+', word: '现在能读', tone: 'good' },
  failed: { glyph: '×', word: '这次读不出', tone: 'error' },
  taken: { glyph: '✓', word: '已采用', tone: 'good' },
};
