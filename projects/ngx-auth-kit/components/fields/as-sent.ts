import { AuthFieldType } from './auth-field';

/**
 * What is sent of what was typed: an e-mail address without white space around it, a one-time code
 * without any and with the digits 0 to 9, also if they were Arabic. All else is sent byte for byte,
 * passwords above all.
 */
export function asSent(text: string, type: AuthFieldType, autocomplete?: string): string {
  if (type === 'email') return text.trim();
  if (type === 'password' || autocomplete !== 'one-time-code') return text;
  return (
    text
      // Full-width digits become ASCII; marks of direction are pasted unseen.
      .normalize('NFKC')
      .replace(/[\s\p{Cf}]/gu, '')
      .replace(/[٠-٩۰-۹]/g, (digit) => `${digit.charCodeAt(0) & 15}`)
  );
}
