import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { correction, undoing, type Correction, type Review, type Undoing } from '@mingshu/contracts';
import { AllowAll, AllowEditors } from '../http/allowed';
import { Asked, type Scope } from '../identity/scope';
import { CorrectionsService } from './corrections.service';
import { ReportDetailService } from './report-detail.service';
import { ReviewService } from './review.service';

@ApiTags('单位年报')
@Controller('reports')
export class ReportsController {
  constructor(
    private readonly reports: ReportDetailService,
    private readonly reviews: ReviewService,
    private readonly corrections: CorrectionsService,
  ) {}

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

  @Get(':agencyId/:year/review')
  @AllowAll()
  review(
    @Asked() scope: Scope,
    @Param('agencyId') agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Query('version', new ParseIntPipe({ optional: true })) version?: number,
  ) {
    return this.reviews.review(scope, agencyId, year, version);
  }

  @Post(':agencyId/:year/corrections')
  @AllowEditors()
  @HttpCode(200)
  async correct(
    @Asked() scope: Scope,
    @Param('agencyId', ParseUUIDPipe) agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Body({ schema: correction }) asked: Correction,
  ): Promise<Review> {
    await this.corrections.correct(scope, agencyId, year, asked);
    return this.reviews.review(scope, agencyId, year);
  }

  @Post(':agencyId/:year/corrections/undo')
  @AllowEditors()
  @HttpCode(200)
  async undo(
    @Asked() scope: Scope,
    @Param('agencyId', ParseUUIDPipe) agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Body({ schema: undoing }) asked: Undoing,
  ): Promise<Review> {
    await this.corrections.undo(scope, agencyId, year, asked);
    return this.reviews.review(scope, agencyId, year);
  }
}
