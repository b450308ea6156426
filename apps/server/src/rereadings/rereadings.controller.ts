import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { adoption, rereadingInput, type Adoption, type RereadingInput } from '@mingshu/contracts';
import { AllowEditors, AllowOffice } from '../http/allowed';
import { Asked, type Scope } from '../identity/scope';
import { AdoptionService } from './adoption.service';
import { RereadingsService } from './rereadings.service';

@ApiTags('重新识读')
@Controller('rereadings')
export class RereadingsController {
  constructor(
    private readonly rereadings: RereadingsService,
    private readonly adoptions: AdoptionService,
  ) {}

  @Get()
  @AllowOffice()
  list(@Asked() scope: Scope) {
    return this.rereadings.list(scope);
  }

  @Post()
  @AllowEditors()
  @HttpCode(202)
  start(@Asked() scope: Scope, @Body({ schema: rereadingInput }) asked: RereadingInput) {
    return this.rereadings.start(scope, asked);
  }

  @Get(':id')
  @AllowOffice()
  one(@Asked() scope: Scope, @Param('id', ParseUUIDPipe) id: string) {
    return this.rereadings.detail(scope, id);
  }

  @Post(':id/cancellation')
  @AllowEditors()
  @HttpCode(200)
  cancel(@Asked() scope: Scope, @Param('id', ParseUUIDPipe) id: string) {
    return this.rereadings.cancel(scope, id);
  }

  @Post(':id/adoption')
  @AllowEditors()
  @HttpCode(200)
  adopt(@Asked() scope: Scope, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: adoption }) asked: Adoption) {
    return this.adoptions.adopt(scope, id, asked);
  }
}
