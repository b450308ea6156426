import { editions } from '@mingshu/report-format';
import { labelKey } from './normalise';

const { blocks, columns } = editions['2021'].tables.disputes;
const headerKeys = [...columns.slice(0, 4), ...blocks].map(({ label }) => labelKey(label));

/** Whether words belong to the header of table 4, also when it is printed in pieces. A sentence that names the results is none. */
export function speaksOfDisputes(texts: readonly string[]): boolean {
  const keys = texts.filter((text) => !/[。；，,]/.test(text) && text.length <= 40).map(labelKey);
  const joined = keys.join('');
  const named = headerKeys.filter((key) => keys.includes(key) || joined.includes(key)).length;
  const pieces = ['维持', '纠正', '审结', '尚未'].filter((piece) => joined.includes(piece)).length;
  return named >= 2 || pieces >= 3;
}
