import { Injectable } from '@nestjs/common';
import type { contributionsQuestion, Contributions, TrendAnswer, TrendQuestion } from '@mingshu/contracts';
import { editionIds } from '@mingshu/report-format';
import { writeStatCsv, writeStatWorkbook } from '@mingshu/report-writer';
import {
  cellsOfMeasure,
  contributions,
  isAdditive,
  measuresOf,
  shareTable,
  trendSentence,
  trendTable,
  type TrendQuestionOfTable,
} from '@mingshu/statistics';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { AgenciesService } from '../agencies/agencies.service';
import { Clock } from '../config/clock';
import { CountyEntity } from '../database/entities';
import type { Scope } from '../identity/scope';
import { StatisticsRepository } from './statistics.repository';

const between = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, place) => from + place);

/** Figures for a question, as tables. */
@Injectable()
export class StatisticsService {
  constructor(
    private readonly database: DataSource,
    private readonly repository: StatisticsRepository,
    private readonly agencies: AgenciesService,
    private readonly clock: Clock,
  ) {}

  async trend(scope: Scope, question: TrendQuestion): Promise<TrendAnswer> {
    const asked = await this.question(scope, question);
    const table = trendTable(asked);
    const isPart = question.agencies.length > 0 || question.kinds.length > 0;
    return {
      table,
      shares: isAdditive(question.breakdown) ? shareTable(table) : null,
      sentence: trendSentence(table, isPart ? '所选单位' : '全县'),
    };
  }

  async contributions(scope: Scope, { column, year, ...question }: z.infer<typeof contributionsQuestion>): Promise<Contributions> {
    const asked = await this.question(scope, { ...question, from: year, to: year });
    return contributions(asked, column, year).map(({ agency, value, cells }) => ({
      agencyId: agency.id,
      agencyName: agency.name,
      value,
      cells: [...cells],
    }));
  }

  /** The table of a question as a file: the same numbers as on the screen. */
  async file(scope: Scope, question: TrendQuestion, format: 'xlsx' | 'csv'): Promise<{ bytes: Uint8Array; fileName: string }> {
    const { table, shares, sentence } = await this.trend(scope, question);
    const { name } = await this.database.getRepository(CountyEntity).findOneByOrFail({ id: scope.countyId });
    const years = table.rows.map(({ heading }) => heading);
    const title = `${name}${years[0] ?? ''}—${years.at(-1) ?? ''}年度${table.title}`;
    const bytes =
      format === 'csv' ? writeStatCsv(table) : await writeStatWorkbook(shares ? [table, shares] : [table], { title, lead: sentence });
    return { bytes, fileName: `${title}_${this.clock.today().replaceAll('-', '')}.${format}` };
  }

  private async question(scope: Scope, { breakdown, from, to, agencies, kinds }: TrendQuestion): Promise<TrendQuestionOfTable> {
    const known = await this.repository.years(scope);
    const last = to ?? known.at(-1) ?? new Date(this.clock.now()).getFullYear() - 1;
    const years = between(Math.max(from ?? known[0] ?? last, last - 30), last);
    const cells = [
      ...new Set(measuresOf[breakdown].flatMap((measure) => editionIds.flatMap((edition) => cellsOfMeasure(edition, measure) ?? []))),
    ];
    const [reports, rosters] = await Promise.all([this.repository.figures(scope, cells, years), this.agencies.rosters(scope, years)]);
    return { reports, rosters, breakdown, years, agencyIds: agencies, kinds };
  }
}
