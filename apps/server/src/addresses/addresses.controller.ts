import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { addressQuestion, addressRule, type AddressQuestion, type AddressRule } from '@mingshu/contracts';
import { Allow, AllowEditors } from '../http/allowed';
import { Asked, type Scope } from '../identity/scope';
import { AddressesService } from './addresses.service';

@ApiTags('导入')
@Controller('addresses')
export class AddressesController {
  constructor(private readonly addresses: AddressesService) {}

  @Get('rule')
  @AllowEditors()
  rule(@Asked() scope: Scope) {
    return this.addresses.rule(scope);
  }

  @Put('rule')
  @Allow('county_admin')
  saveRule(@Asked() scope: Scope, @Body({ schema: addressRule }) rule: AddressRule) {
    return this.addresses.saveRule(scope, rule);
  }

  @Post()
  @AllowEditors()
  @HttpCode(200)
  handIn(@Asked() scope: Scope, @Body({ schema: addressQuestion }) asked: AddressQuestion) {
    return this.addresses.handIn(scope, asked);
  }
}
