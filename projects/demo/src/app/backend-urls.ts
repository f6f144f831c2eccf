/** Answers signed-in users only. */
export const PROTECTED_URL = 'http://localhost:5000/__mock/protected';
/** Answers administrators only. */
export const ADMIN_URL = 'http://localhost:5000/__mock/admin';
/** Tells which headers arrived. The same server, but another name is another origin. */
export const FOREIGN_URL = 'http://127.0.0.1:5000/__mock/echo';
