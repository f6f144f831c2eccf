import type { DialectName } from '../mock-options.ts';
import type { Dialect } from './dialect.ts';
import { flaskJwtAuth } from './flask-jwt-auth.ts';
import { flaskJwtExtended } from './flask-jwt-extended/flask-jwt-extended.ts';
import { flaskJwt } from './flask-jwt.ts';
import { flaskRestful } from './flask-restful.ts';
import { flaskSession } from './flask-session.ts';
import { refreshToken } from './refresh-token/refresh-token.ts';

export const dialects: Readonly<Record<DialectName, Dialect>> = {
  'flask-jwt-auth': flaskJwtAuth,
  'flask-session': flaskSession,
  'flask-jwt-extended': flaskJwtExtended,
  'flask-jwt': flaskJwt,
  'flask-restful': flaskRestful,
  'refresh-token': refreshToken,
};
