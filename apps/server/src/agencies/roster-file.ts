import { agencyKinds, type AgencyKind } from '@mingshu/report-format';
import type { AgencyInput } from '@mingshu/contracts';

const headings = {
  code: /代码|编码|信用代码/,
  name: /单位名称|机构名称|单位全称|^名称$|^单位$/,
  kind: /类别|类型|性质/,
  aliases: /别名|简称|曾用名/,
  firstYear: /起用|启用|开始/,
  lastYear: /停用|撤销|截止|结束/,
  contactName: /^联系人|经办人|联络员/,
  contactPhone: /电话|手机|联系方式/,
} as const;

type Heading = keyof typeof headings;

export interface RosterFile {
  readonly agencies: readonly AgencyInput[];
  readonly faults: readonly { row: number; sentence: string }[];
}

const yearOf = (text: string): number | null | undefined =>
  text === '' ? null : /^(20\d\d)(年|年度)?$/.test(text) ? Number(text.slice(0, 4)) : undefined;

/** The agencies of a roster file. Columns are known by their headings, in any order; every row that cannot be used is said, and why. */
export function readRoster(rows: readonly (readonly string[])[]): RosterFile {
  const headingRow = rows
    .slice(0, 5)
    .findIndex((row) => row.some((text) => headings.name.test(text.trim())) && row.some((text) => headings.kind.test(text.trim())));
  if (headingRow < 0)
    return { agencies: [], faults: [{ row: 1, sentence: '没有找到表头。第一行应有“单位代码、单位名称、类别”等列名，可先下载模板。' }] };
  const columns = Object.fromEntries(
    (Object.keys(headings) as Heading[]).map((heading) => [
      heading,
      rows[headingRow]!.findIndex((text) => headings[heading].test(text.trim())),
    ]),
  ) as Record<Heading, number>;
  const agencies: AgencyInput[] = [];
  const faults: { row: number; sentence: string }[] = [];
  const codes = new Map<string, number>();
  const names = new Map<string, number>();
  rows.slice(headingRow + 1).forEach((cells, index) => {
    const row = headingRow + index + 2;
    const text = (heading: Heading) => (columns[heading] < 0 ? '' : (cells[columns[heading]] ?? '').trim());
    const fault = (sentence: string) => faults.push({ row, sentence: `第 ${row} 行：${sentence}` });
    if (cells.every((cell) => cell.trim() === '')) return;
    const [name, kind] = [text('name'), text('kind')];
    const code = text('code') || name;
    const [firstYear, lastYear] = [yearOf(text('firstYear')), yearOf(text('lastYear'))];
    if (name.length < 2) return void fault('没有单位名称。');
    if (!agencyKinds.includes(kind as AgencyKind)) return void fault(`类别“${kind}”不在 ${agencyKinds.join('、')} 之中。`);
    if (firstYear === undefined || lastYear === undefined) return void fault('年度应写成四位数字，如 2019。');
    if (codes.has(code)) return void fault(`单位代码“${code}”与第 ${codes.get(code)} 行重复。`);
    if (names.has(name)) return void fault(`单位名称“${name}”与第 ${names.get(name)} 行重复。`);
    codes.set(code, row);
    names.set(name, row);
    const aliases = text('aliases')
      .split(/[、,，;；|\s]+/)
      .filter((alias) => alias !== '');
    // A file without these columns leaves what is known of the contact alone.
    const contact = {
      ...(columns.contactName < 0 ? {} : { contactName: text('contactName').slice(0, 40) }),
      ...(columns.contactPhone < 0 ? {} : { contactPhone: text('contactPhone').slice(0, 40) }),
    };
    agencies.push({ code, name, kind: kind as AgencyKind, aliases, firstYear, lastYear, ...contact });
  });
  if (agencies.length === 0 && faults.length === 0) faults.push({ row: headingRow + 1, sentence: '表头下面没有单位。' });
  return { agencies, faults };
}
