import { Injectable, Logger } from '@nestjs/common';
import type { GroupedReturn, GroupedReturnInput, Problem } from '@mingshu/contracts';
import { DataSource } from 'typeorm';
import { AppError } from '../http/app-error';
import type { Scope } from '../identity/scope';
import { FindingDeedsService } from './finding-deeds.service';

/** Returns several reports in one action. */
@Injectable()
export class GroupedReturnService {
  private readonly logger = new Logger(GroupedReturnService.name);

  constructor(
    private readonly database: DataSource,
    private readonly deeds: FindingDeedsService,
  ) {}

  /**
   * Returns each report in a transaction of its own, in the given order, so that their numbers follow one another. What is refused for one agency
   * is said of that one and stops no other.
   */
  async returnReports(scope: Scope, year: number, { opinions }: GroupedReturnInput): Promise<GroupedReturn> {
    const names = await this.database.query<{ id: string; name: string }[]>(
      'select id, name from agency where county_id = $1 and id = any($2)',
      [scope.countyId, opinions.map(({ agencyId }) => agencyId)],
    );
    const answer: GroupedReturn = { made: [], failed: [] };
    for (const { agencyId, ...input } of opinions)
      try {
        answer.made.push(await this.deeds.returnReport(scope, agencyId, year, input));
      } catch (error) {
        const agencyName = names.find(({ id }) => id === agencyId)?.name ?? '';
        answer.failed.push({ agencyId, agencyName, problem: this.problemOf(error) });
      }
    return answer;
  }

  private problemOf(error: unknown): Problem {
    if (error instanceof AppError) return { code: error.code, status: error.status, ...(error.details ? { details: error.details } : {}) };
    this.logger.error(error);
    return { code: 'unexpected', status: 500 };
  }
}
