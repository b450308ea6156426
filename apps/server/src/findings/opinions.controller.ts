import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { takeBackInput } from '@mingshu/contracts';
import { opinionLetter } from '@mingshu/report-checks';
import { writeOpinionDocx } from '@mingshu/report-writer';
import type { z } from 'zod';
import { AllowAll, AllowEditors } from '../http/allowed';
import { attachment } from '../http/attachment';
import { Asked, type Scope } from '../identity/scope';
import { IdentityService } from '../identity/identity.service';
import { FindingDeedsService } from './finding-deeds.service';
import { FindingsService } from './findings.service';

@ApiTags('退回意见')
@Controller()
export class OpinionsController {
  constructor(
    private readonly findings: FindingsService,
    private readonly deeds: FindingDeedsService,
    private readonly identity: IdentityService,
  ) {}

  @Get('rounds/:year/opinions')
  @AllowAll()
  list(@Asked() scope: Scope, @Param('year', ParseIntPipe) year: number) {
    return this.findings.opinions(scope, year);
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
    const { countyName } = await this.identity.currentUser(scope);
    const letter = opinionLetter({ ...opinion, countyName, points: opinion.items, issuedOn: chinaDay(opinion.at) });
    return attachment(await writeOpinionDocx(letter), `${opinion.agencyName}${opinion.year}年度报告退回意见（第${opinion.number}号）.docx`);
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

const chinaDay = (iso: string) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(iso));
