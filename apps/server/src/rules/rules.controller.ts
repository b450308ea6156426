import { Body, Controller, Get, Param, ParseIntPipe, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ownSignOffInput, ruleDecisionInput, type RuleDecisionInput } from '@mingshu/contracts';
import type { z } from 'zod';
import { AllowAll, AllowEditors } from '../http/allowed';
import { Asked, type Scope } from '../identity/scope';
import { RulesService } from './rules.service';

@ApiTags('规则库')
@Controller('rules')
export class RulesController {
  constructor(private readonly rules: RulesService) {}

  @Get()
  @AllowAll()
  book(@Asked() scope: Scope, @Query('year', new ParseIntPipe({ optional: true })) year?: number) {
    return this.rules.book(scope, year);
  }

  @Put('own-sign-off')
  @AllowEditors()
  saveOwnSignOff(
    @Asked() scope: Scope,
    @Body({ schema: ownSignOffInput }) { ownSignOff }: z.infer<typeof ownSignOffInput>,
    @Query('year', new ParseIntPipe({ optional: true })) year?: number,
  ) {
    return this.rules.saveOwnSignOff(scope, ownSignOff, year);
  }

  @Put(':check/decision')
  @AllowEditors()
  saveDecision(
    @Asked() scope: Scope,
    @Param('check') check: string,
    @Body({ schema: ruleDecisionInput }) input: RuleDecisionInput,
    @Query('year', new ParseIntPipe({ optional: true })) year?: number,
  ) {
    return this.rules.decide(scope, check, input, year);
  }
}
