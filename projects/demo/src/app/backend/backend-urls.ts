import { NETWORK } from '../network/used-network';
import { Dialect } from './dialect';

/** Answers signed-in users only. */
export const protectedUrl = ({ mount }: Dialect) => `${mount}/__mock/protected`;
/** Answers administrators only. */
export const adminUrl = ({ mount }: Dialect) => `${mount}/__mock/admin`;
/** Tells which headers arrived. */
export const echoUrl = ({ mount }: Dialect) => `${mount}/__mock/echo`;
/** The same, on an origin that is none of the backend's. */
export const FOREIGN_URL = `${NETWORK.foreign}/__mock/echo`;
