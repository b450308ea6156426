import { figureOf, type CellCode } from '@mingshu/report-format';
import { expect, it } from 'vitest';
import { readDocument } from '../read-document';
import { isSameAgency } from '../recognition/agency-names';
import { drawLikelyPage } from './likely-pages';

const pages = 150;

it('reads pages as agencies publish them: every figure, and the right agency and year or none', async () => {
  const missed: string[] = [];
  let named = 0;
  for (let seed = 1; seed <= pages; seed += 1) {
    const page = drawLikelyPage(seed);
    const reading = await readDocument(new TextEncoder().encode(page.text));
    if (reading.kind !== 'report') throw new Error(`${seed}: ${reading.sentence}`);
    const { agency, year, figures } = reading;
    if (agency.value !== null && !isSameAgency(agency.value, page.agency)) missed.push(`${seed}: ${agency.value} for ${page.agency}`);
    if (year.value !== null && year.value !== page.year) missed.push(`${seed}: ${year.value} for ${page.year}`);
    if (page.isNamed && agency.value !== null && year.value !== null) named += 1;
    const other = Object.entries(page.figures).filter(([cell, printed]) => figureOf(figures[cell as CellCode]!) !== printed);
    missed.push(...other.map(([cell, printed]) => `${seed}: ${cell} is ${printed}`));
  }
  const askable = Array.from({ length: pages }, (_, index) => drawLikelyPage(index + 1)).filter(({ isNamed }) => isNamed).length;
  expect(missed).toEqual([]);
  expect(named / askable).toBeGreaterThan(0.95);
}, 120_000);
