import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { groupedReturnInput, lettersQuestion, opinionDraftsQuestion, takeBackInput, type GroupedReturnInput } from '@mingshu/contracts';
import { writeZip } from '@mingshu/report-writer';
import type { z } from 'zod';
import { AllowAll, AllowEditors } from '../http/allowed';
import { AppError } from '../http/app-error';
import { attachment } from '../http/attachment';
import { Asked, type Scope } from '../identity/scope';
import { IdentityService } from '../identity/identity.service';
import { FindingDeedsService } from './finding-deeds.service';
import { FindingsService } from './findings.service';
import { GroupedReturnService } from './grouped-return.service';
import { letterFile } from './letter-file';

@ApiTags('退回意见')
@Controller()
export class OpinionsController {
  constructor(
    private readonly findings: FindingsService,
    private readonly deeds: FindingDeedsService,
    private readonly groupedReturn: GroupedReturnService,
    private readonly identity: IdentityService,
  ) {}

  @Get('rounds/:year/opinions')
  @AllowAll()
  list(@Asked() scope: Scope, @Param('year', ParseIntPipe) year: number) {
    return this.findings.opinions(scope, year);
  }

  @Get('rounds/:year/opinion-drafts')
  @AllowEditors()
  drafts(
    @Asked() scope: Scope,
    @Param('year', ParseIntPipe) year: number,
    @Query({ schema: opinionDraftsQuestion }) { agencies }: z.output<typeof opinionDraftsQuestion>,
  ) {
    return this.deeds.drafts(scope, year, agencies);
  }

  @Post('rounds/:year/opinions')
  @AllowEditors()
  @HttpCode(200)
  addOpinions(
    @Asked() scope: Scope,
    @Param('year', ParseIntPipe) year: number,
    @Body({ schema: groupedReturnInput }) input: GroupedReturnInput,
  ) {
    return this.groupedReturn.returnReports(scope, year, input);
  }

  /** Several letters in one zip, in the order of their numbers. */
  @Get('rounds/:year/opinions.zip')
  @AllowAll()
  async letters(
    @Asked() scope: Scope,
    @Param('year', ParseIntPipe) year: number,
    @Query({ schema: lettersQuestion }) { opinions: ids }: z.output<typeof lettersQuestion>,
  ): Promise<StreamableFile> {
    const opinions = await this.findings.opinions(scope, year);
    const chosen = ids.map((id) => opinions.find((one) => one.id === id));
    const missing = ids[chosen.indexOf(undefined)];
    if (missing !== undefined) throw new AppError('opinion-not-found', 404, { id: missing });
    const { countyName } = await this.identity.currentUser(scope);
    const files = await Promise.all(chosen.map((opinion) => letterFile(opinion!, countyName)));
    return attachment(writeZip(files), `${year}年度报告退回意见（${files.length}份）.zip`);
  }

  @Get('opinions/:id')
  @AllowAll()
  one(@Asked() scope: Scope, @Param('id') id: string) {
    return this.findings.opinion(scope, id);
  }

  @Get('opinions/:id/opinion.docx')
  @AllowAll()
  async docx(@Asked() scope: Scope, @Param('id') id: string): Promise<StreamableFile> {
    const opinion = await this.findings.opinion(scope, id);
    const { bytes, name } = await letterFile(opinion, (await this.identity.currentUser(scope)).countyName);
    return attachment(bytes, name);
  }

  @Post('opinions/:id/take-back')
  @AllowEditors()
  @HttpCode(200)
  removeOpinion(
    @Asked() scope: Scope,
    @Param('id') id: string,
    @Body({ schema: takeBackInput }) { reason }: z.output<typeof takeBackInput>,
  ) {
    return this.deeds.takeOpinionBack(scope, id, reason);
  }
}
