import { cellsOf, editionForYear, figureAt, type CellCode, type Figures } from '@mingshu/report-format';
import { countyName, sampleAgencies, sampleCounty } from './agencies';
import { formats, type SampleDocument } from './documents';
import { trueFigures } from './figures';
import { proseOf } from './prose';

/** Licences counted twice in the county's report of 2023. */
export const plantedInCounty: Readonly<Record<number, Partial<Record<CellCode, number>>>> = {
  2023: { 'disclosure.a20_5.licence.decisions': 15 },
};

/** The years the county reports on, with the title of each. */
const titles: readonly (readonly [year: number, title: string])[] = [
  [2019, `${countyName}2019年政府信息公开工作年度报告`],
  [2023, `${sampleCounty.name}2023年政府信息公开工作年度报告`],
  [2024, `${sampleCounty.name}2024年政府信息公开工作年度报告`],
];

/** The county's own report for three years: what its agencies truly did, whatever they printed, and one figure counted twice. Always the same bytes. */
export function countyReports(): SampleDocument[] {
  const all = sampleAgencies.map(trueFigures);
  return titles.map(([year, title], place) => {
    const edition = editionForYear(year)!;
    const figures: Figures = Object.fromEntries(
      cellsOf(edition).map((cell) => {
        const hundredths = all.reduce((sum, years) => sum + Math.round(Number(figureAt(years.get(year)!, cell)) * 100), 0);
        return [cell, hundredths / 100 + (plantedInCounty[year]?.[cell] ?? 0)];
      }),
    );
    const { extension, write } = formats[place]!;
    const prose = proseOf(sampleCounty, year, edition, figures);
    const report = { title, edition, figures, signature: `${sampleCounty.name} ${year + 1}年3月10日`, ...prose };
    return { agency: sampleCounty, year, edition, figures, report, fileName: `${title}.${extension}`, bytes: () => write(report) };
  });
}
