/** The package that apps are moved from. */
export const ANGULAR_JWT = '@auth0/angular-jwt';
