import { Body, Controller, Get, Param, ParseIntPipe, Put, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { countyPartsQuestion, countyReportQuestion, countyScopeInput, type CountyReportQuestion } from '@mingshu/contracts';
import type { z } from 'zod';
import { AllowEditors, AllowOffice } from '../http/allowed';
import { attachment } from '../http/attachment';
import { Asked, type Scope } from '../identity/scope';
import { CountyReportService } from './county-report.service';

@ApiTags('县级报告核对')
@Controller('rounds/:year')
export class CountyReportController {
  constructor(private readonly countyReport: CountyReportService) {}

  @Get('county-report')
  @AllowOffice()
  answer(
    @Asked() scope: Scope,
    @Param('year', ParseIntPipe) year: number,
    @Query({ schema: countyReportQuestion }) question: CountyReportQuestion,
  ) {
    return this.countyReport.answer(scope, year, question);
  }

  @Get('county-report.xlsx')
  @AllowOffice()
  async file(
    @Asked() scope: Scope,
    @Param('year', ParseIntPipe) year: number,
    @Query({ schema: countyReportQuestion }) question: CountyReportQuestion,
  ): Promise<StreamableFile> {
    const { bytes, fileName } = await this.countyReport.file(scope, year, question);
    return attachment(bytes, fileName);
  }

  @Get('county-report/parts')
  @AllowOffice()
  parts(
    @Asked() scope: Scope,
    @Param('year', ParseIntPipe) year: number,
    @Query({ schema: countyPartsQuestion }) question: z.output<typeof countyPartsQuestion>,
  ) {
    return this.countyReport.parts(scope, year, question);
  }

  @Put('county-report/scope')
  @AllowEditors()
  saveScope(
    @Asked() scope: Scope,
    @Param('year', ParseIntPipe) year: number,
    @Body({ schema: countyScopeInput }) input: z.output<typeof countyScopeInput>,
  ) {
    return this.countyReport.saveScope(scope, year, input);
  }
}
