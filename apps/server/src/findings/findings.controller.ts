import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  answerInput,
  findingsQuestion,
  opinionInput,
  signOffInput,
  signOffTakeBackInput,
  type AnswerInput,
  type FindingsQuestion,
  type OpinionInput,
} from '@mingshu/contracts';
import type { z } from 'zod';
import { AllowAll, AllowEditors } from '../http/allowed';
import { Asked, type Scope } from '../identity/scope';
import { FindingDeedsService } from './finding-deeds.service';
import { FindingsService } from './findings.service';

@ApiTags('校验问题')
@Controller()
export class FindingsController {
  constructor(
    private readonly findings: FindingsService,
    private readonly deeds: FindingDeedsService,
  ) {}

  @Get('rounds/:year/findings')
  @AllowAll()
  ofYear(
    @Asked() scope: Scope,
    @Param('year', ParseIntPipe) year: number,
    @Query({ schema: findingsQuestion }) question: FindingsQuestion,
  ) {
    return this.findings.ofYear(scope, year, question);
  }

  @Get('reports/:agencyId/:year/findings')
  @AllowAll()
  ofReport(@Asked() scope: Scope, @Param('agencyId') agencyId: string, @Param('year', ParseIntPipe) year: number) {
    return this.findings.ofReport(scope, agencyId, year);
  }

  @Post('reports/:agencyId/:year/answers')
  @AllowEditors()
  @HttpCode(200)
  saveAnswer(
    @Asked() scope: Scope,
    @Param('agencyId') agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Body({ schema: answerInput }) input: AnswerInput,
  ) {
    return this.deeds.answer(scope, agencyId, year, input);
  }

  @Get('reports/:agencyId/:year/opinion-draft')
  @AllowEditors()
  draft(@Asked() scope: Scope, @Param('agencyId') agencyId: string, @Param('year', ParseIntPipe) year: number) {
    return this.deeds.draft(scope, agencyId, year);
  }

  @Post('reports/:agencyId/:year/opinions')
  @AllowEditors()
  addOpinion(
    @Asked() scope: Scope,
    @Param('agencyId') agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Body({ schema: opinionInput }) input: OpinionInput,
  ) {
    return this.deeds.returnReport(scope, agencyId, year, input);
  }

  @Post('reports/:agencyId/:year/sign-off')
  @AllowEditors()
  @HttpCode(200)
  addSignOff(
    @Asked() scope: Scope,
    @Param('agencyId') agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Body({ schema: signOffInput }) input: z.output<typeof signOffInput>,
  ) {
    return this.deeds.signOff(scope, agencyId, year, input);
  }

  @Post('reports/:agencyId/:year/sign-off/take-back')
  @AllowEditors()
  @HttpCode(200)
  removeSignOff(
    @Asked() scope: Scope,
    @Param('agencyId') agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Body({ schema: signOffTakeBackInput }) input: z.output<typeof signOffTakeBackInput>,
  ) {
    return this.deeds.takeSignOffBack(scope, agencyId, year, input);
  }

  @Get('reports/:agencyId/:year/difference')
  @AllowAll()
  difference(
    @Asked() scope: Scope,
    @Param('agencyId') agencyId: string,
    @Param('year', ParseIntPipe) year: number,
    @Query('from', new ParseIntPipe({ optional: true })) from?: number,
    @Query('to', new ParseIntPipe({ optional: true })) to?: number,
  ) {
    return this.findings.difference(scope, agencyId, year, { from, to });
  }
}
