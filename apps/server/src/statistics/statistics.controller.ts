import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { contributionsQuestion, trendQuestion, type TrendQuestion } from '@mingshu/contracts';
import type { z } from 'zod';
import { AllowAll } from '../http/allowed';
import { attachment } from '../http/attachment';
import { Asked, type Scope } from '../identity/scope';
import { StatisticsService } from './statistics.service';

@ApiTags('统计')
@Controller('statistics')
export class StatisticsController {
  constructor(private readonly statistics: StatisticsService) {}

  @Get('trend')
  @AllowAll()
  trend(@Asked() scope: Scope, @Query({ schema: trendQuestion }) question: TrendQuestion) {
    return this.statistics.trend(scope, question);
  }

  @Get('trend.xlsx')
  @AllowAll()
  async xlsx(@Asked() scope: Scope, @Query({ schema: trendQuestion }) question: TrendQuestion): Promise<StreamableFile> {
    const { bytes, fileName } = await this.statistics.file(scope, question, 'xlsx');
    return attachment(bytes, fileName);
  }

  @Get('trend.csv')
  @AllowAll()
  async csv(@Asked() scope: Scope, @Query({ schema: trendQuestion }) question: TrendQuestion): Promise<StreamableFile> {
    const { bytes, fileName } = await this.statistics.file(scope, question, 'csv');
    return attachment(bytes, fileName);
  }

  @Get('contributions')
  @AllowAll()
  contributions(@Asked() scope: Scope, @Query({ schema: contributionsQuestion }) question: z.infer<typeof contributionsQuestion>) {
    return this.statistics.contributions(scope, question);
  }
}
