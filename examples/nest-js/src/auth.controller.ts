import {
  Body,
  Controller,
  Get,
  HttpCode,
  Post,
  Req,
  UnauthorizedException,
  UseGuards,
} from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { AuthGuard } from './auth.guard.js';
import { SignInDto } from './sign-in.dto.js';

/** An example's only user, with the password in clear text. */
const ADA = { userId: 1, username: 'ada', password: 'correct horse battery' };

@Controller('auth')
export class AuthController {
  constructor(private readonly jwt: JwtService) {}

  @Post('login')
  @HttpCode(200)
  async signIn(@Body() { username, password }: SignInDto) {
    if (username !== ADA.username || password !== ADA.password) throw new UnauthorizedException();
    const payload = { sub: ADA.userId, username };
    return { access_token: await this.jwt.signAsync(payload) };
  }

  @UseGuards(AuthGuard)
  @Get('profile')
  getProfile(@Req() request: { readonly user: object }) {
    return request.user;
  }
}
