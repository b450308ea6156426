import { Body, Controller, Get, Param, ParseIntPipe, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { roundInput } from '@mingshu/contracts';
import type { z } from 'zod';
import { AllowAll, AllowEditors } from '../http/allowed';
import { Asked, type Scope } from '../identity/scope';
import { RoundsService } from './rounds.service';

@ApiTags('年度')
@Controller('rounds')
export class RoundsController {
  constructor(private readonly rounds: RoundsService) {}

  @Get()
  @AllowAll()
  list(@Asked() scope: Scope) {
    return this.rounds.list(scope);
  }

  @Put(':year')
  @AllowEditors()
  save(@Asked() scope: Scope, @Param('year', ParseIntPipe) year: number, @Body({ schema: roundInput }) dates: z.infer<typeof roundInput>) {
    return this.rounds.save(scope, year, dates);
  }
}
