import { Dialect } from './dialect';

/** Answers signed-in users only. */
export const protectedUrl = ({ mount }: Dialect) => `${mount}/__mock/protected`;
/** Answers administrators only. */
export const adminUrl = ({ mount }: Dialect) => `${mount}/__mock/admin`;
/** Tells which headers arrived. The same server, but another name is another origin. */
export const FOREIGN_URL = 'http://127.0.0.1:5000/__mock/echo';
