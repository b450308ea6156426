import { Controller, Get, Param, ParseIntPipe, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AllowAll } from '../http/allowed';
import { Asked, type Scope } from '../identity/scope';
import { ReportDetailService } from './report-detail.service';

@ApiTags('单位年报')
@Controller('reports')
export class ReportsController {
  constructor(private readonly reports: ReportDetailService) {}

  @Get(':agencyId/:year')
  @AllowAll()
  detail(
    @Asked() scope: Scope,
    @Param('agencyId') agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Query('version', new ParseIntPipe({ optional: true })) version?: number,
  ) {
    return this.reports.detail(scope, agencyId, year, version);
  }
}
