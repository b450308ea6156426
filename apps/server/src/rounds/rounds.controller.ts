import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { categoriesInput, roundInput } from '@mingshu/contracts';
import type { z } from 'zod';
import { AllowAll, AllowEditors, AllowOffice } from '../http/allowed';
import { Asked, type Scope } from '../identity/scope';
import { PreparationService } from './preparation.service';
import { RoundsService } from './rounds.service';

@ApiTags('年度')
@Controller('rounds')
export class RoundsController {
  constructor(
    private readonly rounds: RoundsService,
    private readonly preparations: PreparationService,
  ) {}

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

  @Get(':year/preparation')
  @AllowOffice()
  preparation(@Asked() scope: Scope, @Param('year', ParseIntPipe) year: number) {
    return this.preparations.preparation(scope, year);
  }

  @Post(':year/preparation')
  @AllowEditors()
  @HttpCode(200)
  confirm(@Asked() scope: Scope, @Param('year', ParseIntPipe) year: number) {
    return this.preparations.confirm(scope, year);
  }

  @Put(':year/categories')
  @AllowEditors()
  saveCategories(
    @Asked() scope: Scope,
    @Param('year', ParseIntPipe) year: number,
    @Body({ schema: categoriesInput }) { categories }: z.infer<typeof categoriesInput>,
  ) {
    return this.preparations.saveCategories(scope, year, categories);
  }
}
