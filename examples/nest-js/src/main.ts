import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Module, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { AuthController } from './auth.controller.js';

const { values } = parseArgs({ options: { port: { type: 'string', default: '5012' } } });
const secret = process.env['SECRET_KEY'] ?? randomBytes(32).toString('hex');

@Module({
  imports: [JwtModule.register({ global: true, secret, signOptions: { expiresIn: '1h' } })],
  controllers: [AuthController],
})
class AppModule {}

const app = await NestFactory.create(AppModule, { logger: ['error'] });
app.useGlobalPipes(new ValidationPipe());
app.enableCors();
await app.listen(Number(values.port), '127.0.0.1');
console.log(`nest-js on http://localhost:${app.getHttpServer().address().port}`);
