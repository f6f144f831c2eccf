export { createMockBackend } from './mock-backend.ts';
export type { MockBackend, MockBackendOptions } from './mock-backend.ts';
export type { DialectName, EndpointName, MockOptions } from './mock-options.ts';
export type { NewUser, User, UserStore } from './users/user-store.ts';
