import { describe, expect, it } from 'vitest';
import { exampleReport, type GivenReport } from '../example-report';
import type { CheckedReport, ReportCheck } from '../checked-report';
import { sixHeadings } from './headings';
import { nameInText } from './name-in-text';
import { wholeYear } from './period';
import { typingErrors } from './typing-errors';
import { yearInText } from './year-in-text';

const broken = (check: ReportCheck, checked: CheckedReport) =>
  check.judge(checked).flatMap((one) => (one.outcome === 'broken' ? [one] : []));
const inOpening = (check: ReportCheck, opening: string, more: GivenReport = {}) =>
  broken(check, exampleReport({ ...more, parts: { opening } }));

describe('the six headings', () => {
  const withHeading = (text: string) => {
    const sound = exampleReport({});
    const headings = sound.text!.headings!.map((heading) => (heading.section === 6 ? { ...heading, text } : heading));
    return broken(sixHeadings, { ...sound, text: { ...sound.text!, headings } });
  };
  it.each(['六、其他需要报告的事项', '  六、 其他需要报告的事项 ', '六、其他需要报告的事项：', '六．其他需要报告的事项'])(
    'takes “%s”',
    (text) => expect(withHeading(text)).toEqual([]),
  );
  it.each(['六、其它需要报告的事项', '5、其他需要报告的事项', '其他需要报告的事项', '七、其他需要报告的事项'])(
    'only hints at “%s”',
    (text) => expect(withHeading(text)).toMatchObject([{ severity: 'info' }]),
  );
  it('calls a missing or misplaced one an error, and accuses nobody where hardly any was found', () => {
    expect(broken(sixHeadings, exampleReport({ headings: [1, 2, 3, 4, 6] }))).toMatchObject([{ subject: 'section-5' }]);
    expect(broken(sixHeadings, exampleReport({ headings: [1, 2, 3, 4, 6, 5] }))).toMatchObject([
      { subject: 'section-5', facts: ['misplaced'] },
    ]);
    expect(broken(sixHeadings, exampleReport({ headings: [1, 2] }))).toEqual([]);
  });
});

describe('the period', () => {
  it.each([
    '统计期限为2024年1月1日至12月31日。',
    '数据统计期限自2024年1月1日起至2024年12月31日止。',
    '统计期限为20241月1日至20241231日。',
    '统计时限：2024年1月至12月。',
  ])('“%s”', (opening) => expect(inOpening(wholeYear, opening)).toEqual([]));
  it.each(['统计期限为2024年1月1日至12月30日。', '统计期限为2023年1月1日至12月31日。', '统计期限为2023年1月1日至2024年12月31日。'])(
    '“%s” is wrong',
    (opening) => expect(inOpening(wholeYear, opening)).toHaveLength(1),
  );
});

describe('years in the text', () => {
  const inText = (text: string) => broken(yearInText, exampleReport({ parts: { '1': text } }));
  it.each([
    '2024年，我镇规范公开。与2023年相比有所提高。',
    '2023年我镇获评先进，较上年有所进步。',
    '2025年，我镇将继续努力。',
    '发布信息2022条。',
    '自2008年以来，我镇累计公开信息1万条。',
  ])('“%s” is no fault', (text) => expect(inText(text)).toEqual([]));
  it('names last year’s words', () => expect(inText('2023年，我镇认真公开。')).toMatchObject([{ subject: 'text' }]));
});

describe('names in the text', () => {
  const inText = (text: string, kind: GivenReport['kind'] = '镇') => broken(nameInText, exampleReport({ kind, parts: { '1': text } }));
  it.each([
    '我镇联合县农业农村局开展培训。',
    '赴东坪镇学习交流，与东坪镇政府信息公开工作人员座谈。',
    '通过县政府门户网站公开，报请县人民政府批准。',
    '在清河县人民政府门户网站开设专栏，经县人民政府同意。',
    '避免自我局限，我委托律师把关。',
  ])('“%s” is no fault', (text) => expect(inText(text)).toEqual([]));
  it.each([
    ['我局高度重视。', 'voice'],
    ['东坪镇认真贯彻落实条例。', 'other-agency'],
    ['通过白水县人民政府门户网站公开。', 'other-county'],
  ])('“%s” is another’s', (text, subject) => expect(inText(text)).toMatchObject([{ subject }]));
  it('lets a department say 我局', () => expect(inText('我局高度重视。', '部门')).toEqual([]));
});

describe('typing errors', () => {
  const inText = (text: string) => broken(typingErrors, exampleReport({ parts: { '1': text } })).map(({ claim }) => claim?.quote);
  it.each([
    '清河县人民政府政府信息公开工作有序开展。',
    '信息公开公开栏已更新，政府信息信息化建设加快。',
    '统计至20231231日，政府信息公开工作工作人员到岗。',
    '本报告由六部分组成。',
  ])('“%s” is good', (text) => expect(inText(text)).toEqual([]));
  it.each([
    ['镇人民政府政府高度重视', '政府政府'],
    ['202020年工作', '202020年'],
    ['于13月5日召开会议', '13月'],
    ['本报告由七部分组成', '由七部分组成'],
  ])('“%s”', (text, quote) => expect(inText(`${text}。`)).toEqual([quote]));
});
