/** The package that apps are moved from. */
export const NG2_UI_AUTH = 'ng2-ui-auth';
