import type { Opinion } from '@mingshu/contracts';
import { opinionLetter } from '@mingshu/report-checks';
import { writeOpinionDocx } from '@mingshu/report-writer';

const chinaDay = (iso: string) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(iso));

/** The letter of a return as a document under the name it is filed by. */
export async function letterFile(opinion: Opinion, countyName: string): Promise<{ name: string; bytes: Uint8Array }> {
  const letter = opinionLetter({ ...opinion, countyName, points: opinion.items, issuedOn: opinion.returnedOn ?? chinaDay(opinion.at) });
  const name = `${opinion.agencyName}${opinion.year}年度报告退回意见（第${opinion.number}号）.docx`;
  return { name, bytes: await writeOpinionDocx(letter) };
}
