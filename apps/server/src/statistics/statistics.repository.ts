import { Injectable } from '@nestjs/common';
import type { CellCode } from '@mingshu/report-format';
import type { AgencyFigures } from '@mingshu/statistics';
import { DataSource } from 'typeorm';
import type { Scope } from '../identity/scope';

/** SQL chooses which reports, cells and years; the library adds. */
@Injectable()
export class StatisticsRepository {
  constructor(private readonly database: DataSource) {}

  /** The asked cells of every report that counts; the county's own is added to nothing. `|| '{}'` unpacks a row's figures once; reading the column per cell unpacks it each time. */
  async figures(
    { countyId, agencyId }: Pick<Scope, 'countyId' | 'agencyId'>,
    cells: readonly CellCode[],
    years: readonly number[],
  ): Promise<AgencyFigures[]> {
    return this.database.query(
      `select agency_id as "agencyId", year, edition,
              (select jsonb_object_agg(cell, unpacked -> cell) from unnest($2::text[]) as cell where unpacked ? cell) as figures,
              array(select key from jsonb_each(settlements) where key = any($2) and value ->> 'kind' = 'corrected') as corrected
         from (select r.agency_id, r.year, r.edition, r.figures || '{}' as unpacked, g.settlements
                 from report r join reading g on g.county_id = r.county_id and g.report_id = r.id
                where r.county_id = $1 and r.agency_id <> r.county_id and r.year = any($3) and r.stands and ($4::uuid is null or r.agency_id = $4) offset 0) as standing`,
      [countyId, cells, years, agencyId],
    );
  }

  /** Years for which any report counts. */
  async years({ countyId }: Pick<Scope, 'countyId'>): Promise<number[]> {
    const rows = await this.database.query<{ year: number }[]>(
      'select distinct year from report where county_id = $1 and agency_id <> county_id and stands order by year',
      [countyId],
    );
    return rows.map(({ year }) => year);
  }
}
