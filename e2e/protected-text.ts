/** What the backend tells signed-in users only. */
export const PROTECTED_TEXT = 'Only signed-in users see this.';
