import type { NewUser } from './user-store.ts';

// Hashed beforehand, because hashing is asynchronous and a reset is not.
export const seededUsers: readonly NewUser[] = [
  {
    email: 'ada@example.com',
    username: 'ada',
    // correct horse battery
    passwordHash:
      'pbkdf2-sha256$1000$yn+5JDKpTfGue8nX6Dbxdw==$1vwCziBGCbx4XygFuKfqaUZD9ZKvRdx9zmMxocKSHjI=',
    admin: true,
    registeredOn: new Date('2024-01-01T09:00:00Z'),
  },
  {
    email: 'bob@example.com',
    username: 'bob',
    // staple battery horse
    passwordHash:
      'pbkdf2-sha256$1000$15fEkw4F1brkqcvUzomyWg==$l0XtuTiCTkEr7s7KELmAbb4d+uSKXPb3rWlwasn9eqY=',
    admin: false,
    registeredOn: new Date('2024-02-01T09:00:00Z'),
  },
];

/** Signs in with a mailed code as well, in the dialects that know second factors. */
export const secondFactorUser: NewUser = {
  email: 'totp@example.com',
  username: 'totp',
  // one more battery staple
  passwordHash:
    'pbkdf2-sha256$1000$ffLIeFVPrjzcc9iMt4eUAQ==$cPkeKYtOtoJAMl0ZXLeLoxkKF2y31m7/N0Sp9zydYlw=',
  admin: false,
  registeredOn: new Date('2024-03-01T09:00:00Z'),
};
