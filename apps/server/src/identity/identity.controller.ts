import { Body, Controller, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { passwordChange, signInQuestion } from '@mingshu/contracts';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { AllowAll, BeforePasswordChange, Public } from '../http/allowed';
import { IdentityService } from './identity.service';
import { Asked, type Scope } from './scope';
import { giveToken, takeToken, tokenOf } from './session-cookie';

@ApiTags('登录')
@Controller()
export class IdentityController {
  constructor(private readonly identity: IdentityService) {}

  @Post('sign-in')
  @Public()
  @HttpCode(200)
  async signIn(
    @Body({ schema: signInQuestion }) { name, password }: z.infer<typeof signInQuestion>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { token, scope } = await this.identity.signIn(name, password, request.ip ?? '');
    giveToken(request, response, token);
    return this.identity.currentUser(scope);
  }

  @Post('sign-out')
  @AllowAll()
  @BeforePasswordChange()
  @HttpCode(204)
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    await this.identity.signOut(tokenOf(request) ?? '');
    takeToken(response);
  }

  @Get('me')
  @AllowAll()
  @BeforePasswordChange()
  me(@Asked() scope: Scope) {
    return this.identity.currentUser(scope);
  }

  @Put('me/password')
  @AllowAll()
  @BeforePasswordChange()
  @HttpCode(204)
  changePassword(
    @Asked() scope: Scope,
    @Body({ schema: passwordChange }) { current, next }: z.infer<typeof passwordChange>,
    @Req() request: Request,
  ) {
    return this.identity.changePassword(scope, current, next, tokenOf(request) ?? '');
  }
}
