import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { countyInput } from '@mingshu/contracts';
import type { z } from 'zod';
import { Allow, AllowAll } from '../http/allowed';
import { Asked, type Scope } from '../identity/scope';
import { CountyService } from './county.service';

@ApiTags('系统')
@Controller()
export class CountyController {
  constructor(private readonly counties: CountyService) {}

  @Get('county')
  @AllowAll()
  county() {
    return this.counties.county();
  }

  @Put('county')
  @Allow('county_admin')
  rename(@Asked() scope: Scope, @Body({ schema: countyInput }) { name }: z.infer<typeof countyInput>) {
    return this.counties.rename(scope, name);
  }

  @Delete('sample')
  @Allow('county_admin')
  @HttpCode(204)
  removeSample(@Asked() scope: Scope) {
    return this.counties.removeSample(scope);
  }
}
