import { Body, Controller, Get, Param, ParseIntPipe, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { holidayYearInput, type HolidayYearInput } from '@mingshu/contracts';
import { AllowAll, AllowEditors } from '../http/allowed';
import { Asked, type Scope } from '../identity/scope';
import { HolidaysService } from './holidays.service';

@ApiTags('年度')
@Controller('holidays')
export class HolidaysController {
  constructor(private readonly holidays: HolidaysService) {}

  @Get()
  @AllowAll()
  list(@Asked() scope: Scope) {
    return this.holidays.holidays(scope);
  }

  @Put(':year')
  @AllowEditors()
  save(@Asked() scope: Scope, @Param('year', ParseIntPipe) year: number, @Body({ schema: holidayYearInput }) input: HolidayYearInput) {
    return this.holidays.save(scope, year, input);
  }
}
