import type { EditionFormat } from './edition-format';
import { applicantColumns, disputesTable } from './tables-of-both-editions';

/** The form of 国办公开办函〔2019〕60号, fiscal years 2019 and 2020. Labels in official wording. */
export const edition2019 = {
  id: '2019',
  documentNumber: '国办公开办函〔2019〕60号',
  title: '中华人民共和国政府信息公开工作年度报告格式（试行）',
  firstYear: 2019,
  lastYear: 2020,
  sections: [
    { number: 1, heading: '一、总体情况', title: '总体情况', table: null, aliases: ['工作基本情况', '工作总体推进情况', '总体概述', '总结概述', '政府信息公开工作的基本情况', '概述'] },
    { number: 2, heading: '二、主动公开政府信息情况', title: '主动公开政府信息情况', table: 'disclosure', aliases: ['主动公开政府信息的情况', '主动公开政府信息详情', '行政机关主动公开政府信息情况', '行政机关主动公开政府信息的情况'] },
    { number: 3, heading: '三、收到和处理政府信息公开申请情况', title: '收到和处理政府信息公开申请情况', table: 'requests', aliases: ['收到和处理政府信息公开申请的情况', '政府信息公开申请接收与办理情况', '行政机关收到和处理政府信息公开申请情况'] },
    { number: 4, heading: '四、政府信息公开行政复议、行政诉讼情况', title: '政府信息公开行政复议、行政诉讼情况', table: 'disputes', aliases: ['因政府信息公开工作被申请行政复议、提起行政诉讼情况', '因政府信息公开工作被申请行政复议和提起行政诉讼情况', '政府信息公开行政复议和行政诉讼情况', '政府信息公开行政复议行政诉讼情况'] },
    { number: 5, heading: '五、存在的主要问题及改进情况', title: '存在的主要问题及改进情况', table: null, aliases: ['存在的主要问题及改进措施', '存在的问题及改进情况', '存在问题及改进情况', '政府信息公开工作存在的主要问题及改进情况', '现存问题与改进举措'] },
    { number: 6, heading: '六、其他需要报告的事项', title: '其他需要报告的事项', table: null, aliases: ['其他报告的事项', '其他需要报告事项', '其它需要报告的事项', '需要说明的事项'] },
  ],
  signs: ['本年新制作数量', '本年新公开数量', '对外公开总数量', '上一年项目数量', '政府集中采购', '其他对外管理服务事项'],
  tables: {
    disclosure: {
      code: 'disclosure',
      section: 2,
      title: '主动公开政府信息情况',
      cornerLabel: '信息内容',
      blocks: [
        {
          code: 'a20_1',
          caption: '第二十条第（一）项',
          basis: '条例第二十条第（一）项',
          columns: [
            { code: 'made', label: '本年新制作数量', english: 'newly made this year', kind: 'count', unit: '件', aliases: ['本年新', '新制作数量'] },
            { code: 'opened', label: '本年新公开数量', english: 'newly published this year', kind: 'count', unit: '件', aliases: ['本年新', '新公开数量'] },
            { code: 'open_total', label: '对外公开总数量', english: 'published in total', kind: 'count', unit: '件', aliases: ['对外公开总数', '公开总数量'] },
          ],
          rows: [
            { code: 'regulation', label: '规章', english: 'government rules', aliases: ['规章（设区的市、自治州人民政府应提供相关数据）'] },
            { code: 'normative_doc', label: '规范性文件', english: 'normative documents', aliases: ['行政规范性文件'] },
          ],
        },
        {
          code: 'a20_5',
          caption: '第二十条第（五）项',
          basis: '条例第二十条第（五）项',
          columns: [
            { code: 'prev_items', label: '上一年项目数量', english: 'items last year', kind: 'count', unit: '项', aliases: ['上年项目数量', '上一年度项目数量'] },
            { code: 'change', label: '本年增/减', english: 'increase or decrease this year', kind: 'signed', unit: '项', aliases: ['本年增减', '本年增／减', '增/减'] },
            { code: 'decisions', label: '处理决定数量', english: 'decisions this year', kind: 'count', unit: '件', aliases: ['本年处理决定数量'] },
          ],
          rows: [
            { code: 'licence', label: '行政许可', english: 'administrative licensing', aliases: [] },
            { code: 'other_service', label: '其他对外管理服务事项', english: 'other services to the public', aliases: [] },
          ],
        },
        {
          code: 'a20_6',
          caption: '第二十条第（六）项',
          basis: '条例第二十条第（六）项',
          columns: [
            { code: 'prev_items', label: '上一年项目数量', english: 'items last year', kind: 'count', unit: '项', aliases: ['上年项目数量', '上一年度项目数量'] },
            { code: 'change', label: '本年增/减', english: 'increase or decrease this year', kind: 'signed', unit: '项', aliases: ['本年增减', '本年增／减', '增/减'] },
            { code: 'decisions', label: '处理决定数量', english: 'decisions this year', kind: 'count', unit: '件', aliases: ['本年处理决定数量'] },
          ],
          rows: [
            { code: 'penalty', label: '行政处罚', english: 'administrative penalties', aliases: [] },
            { code: 'compulsion', label: '行政强制', english: 'administrative compulsion', aliases: [] },
          ],
        },
        {
          code: 'a20_8',
          caption: '第二十条第（八）项',
          basis: '条例第二十条第（八）项',
          columns: [
            { code: 'prev_items', label: '上一年项目数量', english: 'items last year', kind: 'count', unit: '项', aliases: ['上年项目数量', '上一年度项目数量'] },
            { code: 'change', label: '本年增/减', english: 'increase or decrease this year', kind: 'signed', unit: '项', aliases: ['本年增减', '本年增／减', '增/减'] },
          ],
          rows: [
            { code: 'admin_fee', label: '行政事业性收费', english: 'administrative fees and charges', aliases: [] },
          ],
        },
        {
          code: 'a20_9',
          caption: '第二十条第（九）项',
          basis: '条例第二十条第（九）项',
          columns: [
            { code: 'proc_projects', label: '采购项目数量', english: 'procurement projects', kind: 'count', unit: '个', aliases: ['采购项目数'] },
            { code: 'proc_amount', label: '采购总金额', english: 'total procurement amount', kind: 'amount', unit: 'unstated', aliases: ['采购金额'] },
          ],
          rows: [
            { code: 'gov_procurement', label: '政府集中采购', english: 'centralised government procurement', aliases: [] },
          ],
        },
      ],
    },
    requests: {
      code: 'requests',
      section: 3,
      title: '收到和处理政府信息公开申请情况',
      cornerLabel: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
      columnsLabel: '申请人情况',
      resultsLabel: '三、本年度办理结果',
      columns: applicantColumns,
      groups: [
        { code: 'denied', label: '（三）不予公开' },
        { code: 'unavailable', label: '（四）无法提供' },
        { code: 'declined', label: '（五）不予处理' },
      ],
      rows: [
        { code: 'new_received', label: '一、本年新收政府信息公开申请数量', english: 'requests newly received', within: 'year', basis: null, aliases: ['本年新收政府信息公开申请数量', '本年新收'] },
        { code: 'carried_in', label: '二、上年结转政府信息公开申请数量', english: 'requests carried over from previous year', within: 'year', basis: null, aliases: ['上年结转政府信息公开申请数量', '上年结转', '上年转结'] },
        { code: 'granted', label: '（一）予以公开', english: 'disclosed', within: 'results', basis: '条例第三十六条第（一）项、第三十六条第（二）项', aliases: ['予以公开'] },
        { code: 'partial', label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', english: 'partially disclosed', within: 'results', basis: '条例第三十七条', aliases: ['部分公开', '（二）部分公开'] },
        { code: 'denied.state_secret', label: '1.属于国家秘密', english: 'state secret', within: 'denied', basis: '条例第十四条', aliases: ['属于国家秘密'] },
        { code: 'denied.statute_prohibited', label: '2.其他法律行政法规禁止公开', english: 'prohibited by law or administrative regulation', within: 'denied', basis: '条例第十四条', aliases: ['其他法律行政法规禁止公开'] },
        { code: 'denied.security_stability', label: '3.危及“三安全一稳定”', english: 'endangers national/public/economic security or social stability', within: 'denied', basis: '条例第十四条', aliases: ['危及“三安全一稳定”'] },
        { code: 'denied.third_party', label: '4.保护第三方合法权益', english: 'third-party rights', within: 'denied', basis: '条例第十五条', aliases: ['保护第三方合法权益'] },
        { code: 'denied.internal_affairs', label: '5.属于三类内部事务信息', english: 'internal affairs (personnel, logistics, workflow)', within: 'denied', basis: '条例第十六条第一款', aliases: ['属于三类内部事务信息'] },
        { code: 'denied.process_info', label: '6.属于四类过程性信息', english: 'deliberative process (discussion records, drafts, consultation letters, requests/reports)', within: 'denied', basis: '条例第十六条第二款', aliases: ['属于四类过程性信息'] },
        { code: 'denied.enforcement_file', label: '7.属于行政执法案卷', english: 'law-enforcement case file', within: 'denied', basis: '条例第十六条第二款', aliases: ['属于行政执法案卷'] },
        { code: 'denied.admin_query', label: '8.属于行政查询事项', english: 'matter for statutory records query', within: 'denied', basis: '条例第三十六条第（七）项', aliases: ['属于行政查询事项'] },
        { code: 'unavailable.not_held', label: '1.本机关不掌握相关政府信息', english: 'not held by the agency', within: 'unavailable', basis: '条例第三十六条第（四）项、第三十六条第（五）项', aliases: ['本机关不掌握相关政府信息'] },
        { code: 'unavailable.needs_creation', label: '2.没有现成信息需要另行制作', english: 'would have to be created', within: 'unavailable', basis: '条例第三十八条', aliases: ['没有现成信息需要另行制作'] },
        { code: 'unavailable.still_unclear', label: '3.补正后申请内容仍不明确', english: 'still unclear after correction', within: 'unavailable', basis: '条例第三十条', aliases: ['补正后申请内容仍不明确'] },
        { code: 'declined.petition_complaint', label: '1.信访举报投诉类申请', english: 'petition/report/complaint', within: 'declined', basis: '条例第三十九条第一款', aliases: ['信访举报投诉类申请'] },
        { code: 'declined.duplicate', label: '2.重复申请', english: 'duplicate', within: 'declined', basis: '条例第三十六条第（六）项', aliases: ['重复申请'] },
        { code: 'declined.publication', label: '3.要求提供公开出版物', english: 'asks for published matter', within: 'declined', basis: '条例第三十九条第二款', aliases: ['要求提供公开出版物'] },
        { code: 'declined.excessive_repeated', label: '4.无正当理由大量反复申请', english: 'excessive/repeated without reason', within: 'declined', basis: '条例第三十五条', aliases: ['无正当理由大量反复申请'] },
        { code: 'declined.confirm_reissue', label: '5.要求行政机关确认或重新出具已获取信息', english: 'asks agency to confirm or reissue information already obtained', within: 'declined', basis: null, aliases: ['要求行政机关确认或重新出具已获取信息'] },
        { code: 'other', label: '（六）其他处理', english: 'other handling (single row)', within: 'results', basis: null, aliases: ['其他处理'] },
        { code: 'settled', label: '（七）总计', english: 'total settled this year', within: 'results', basis: null, aliases: ['总计', '（七） 总计'] },
        { code: 'carried_out', label: '四、结转下年度继续办理', english: 'carried over to next year', within: 'year', basis: null, aliases: ['结转下年度继续办理', '结转下一年度继续办理', '结转下年度'] },
      ],
    },
    disputes: disputesTable,
  },
} as const satisfies EditionFormat;
