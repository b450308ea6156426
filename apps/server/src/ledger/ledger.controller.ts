import { Controller, Get, Param, ParseIntPipe, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { writeStatCsv, writeStatWorkbook } from '@mingshu/report-writer';
import { attachment } from '../http/attachment';
import { AllowAll } from '../http/allowed';
import { Asked, type Scope } from '../identity/scope';
import { LedgerService } from './ledger.service';

@ApiTags('年度')
@Controller('rounds/:year')
export class LedgerController {
  constructor(private readonly ledgers: LedgerService) {}

  @Get('ledger')
  @AllowAll()
  ledger(@Asked() scope: Scope, @Param('year', ParseIntPipe) year: number) {
    return this.ledgers.ledger(scope, year);
  }

  @Get('ledger.csv')
  @AllowAll()
  async csv(@Asked() scope: Scope, @Param('year', ParseIntPipe) year: number): Promise<StreamableFile> {
    return attachment(writeStatCsv(await this.ledgers.table(scope, year)), `${year}年度报送名册.csv`);
  }

  @Get('ledger.xlsx')
  @AllowAll()
  async xlsx(@Asked() scope: Scope, @Param('year', ParseIntPipe) year: number): Promise<StreamableFile> {
    const table = await this.ledgers.table(scope, year);
    return attachment(await writeStatWorkbook([table], { title: table.title }), `${year}年度报送名册.xlsx`);
  }
}
