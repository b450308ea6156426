import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  exceptionInput,
  handInDatesInput,
  reminderInput,
  type ExceptionInput,
  type HandInDatesInput,
  type Ledger,
  type ReminderInput,
} from '@mingshu/contracts';
import { writeListCsv, writeListWorkbook } from '@mingshu/report-writer';
import { attachment } from '../http/attachment';
import { AllowAll, AllowEditors } from '../http/allowed';
import { Asked, type Scope } from '../identity/scope';
import { ledgerList } from './ledger-list';
import { LedgerService } from './ledger.service';
import { SeasonDeedsService } from './season-deeds.service';

@ApiTags('年度')
@Controller('rounds/:year')
export class LedgerController {
  constructor(
    private readonly ledgers: LedgerService,
    private readonly deeds: SeasonDeedsService,
  ) {}

  @Get('ledger')
  @AllowAll()
  ledger(@Asked() scope: Scope, @Param('year', ParseIntPipe) year: number) {
    return this.ledgers.ledger(scope, year);
  }

  @Get('ledger.csv')
  @AllowAll()
  async csv(@Asked() scope: Scope, @Param('year', ParseIntPipe) year: number): Promise<StreamableFile> {
    return attachment(writeListCsv(ledgerList(await this.ledgers.ledger(scope, year))), `${year}年度报送名册.csv`);
  }

  @Get('ledger.xlsx')
  @AllowAll()
  async xlsx(@Asked() scope: Scope, @Param('year', ParseIntPipe) year: number): Promise<StreamableFile> {
    return attachment(await writeListWorkbook(ledgerList(await this.ledgers.ledger(scope, year))), `${year}年度报送名册.xlsx`);
  }

  @Post('exceptions')
  @AllowEditors()
  @HttpCode(200)
  async decide(
    @Asked() scope: Scope,
    @Param('year', ParseIntPipe) year: number,
    @Body({ schema: exceptionInput }) input: ExceptionInput,
  ): Promise<Ledger> {
    await this.deeds.decide(scope, year, input);
    return this.ledgers.ledger(scope, year);
  }

  @Post('reminders')
  @AllowEditors()
  @HttpCode(200)
  async remind(
    @Asked() scope: Scope,
    @Param('year', ParseIntPipe) year: number,
    @Body({ schema: reminderInput }) input: ReminderInput,
  ): Promise<Ledger> {
    await this.deeds.remind(scope, year, input);
    return this.ledgers.ledger(scope, year);
  }

  @Post('hand-in-dates')
  @AllowEditors()
  @HttpCode(200)
  async recordHandIns(
    @Asked() scope: Scope,
    @Param('year', ParseIntPipe) year: number,
    @Body({ schema: handInDatesInput }) input: HandInDatesInput,
  ): Promise<Ledger> {
    await this.deeds.recordHandIns(scope, year, input);
    return this.ledgers.ledger(scope, year);
  }
}
