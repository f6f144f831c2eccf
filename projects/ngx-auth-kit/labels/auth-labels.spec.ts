import { AuthLabels } from './auth-labels';
import { authLabelsDe } from './auth-labels-de';
import { authLabelsEn } from './auth-labels-en';
import { AuthLabelChanges, provideAuthLabels } from './provide-auth-labels';
import { LANGUAGES } from '../test-support/languages';

describe('the type of the labels', () => {
  const { login, ...withoutLogin } = authLabelsDe;
  const { remember, ...oldLogin } = login;

  it('refuses a language that lacks a text', () => {
    // @ts-expect-error A group is missing.
    const withoutGroup: AuthLabels = withoutLogin;
    // @ts-expect-error A text is missing, as in a translation from before it was added.
    const withoutText: AuthLabels = { ...withoutLogin, login: oldLogin };
    expect([withoutGroup.login, withoutText.login.remember]).toEqual([undefined!, undefined!]);
    expect(remember).toBeDefined();
  });

  it('refuses an error code without a text', () => {
    const { timeout, ...errors } = authLabelsDe.errors;
    // @ts-expect-error A code is missing.
    const labels: AuthLabels = { ...authLabelsDe, errors };
    expect([labels.errors.timeout, timeout]).toEqual([undefined!, authLabelsDe.errors.timeout]);
  });

  it('takes some of the texts as changes, but none that there is not', () => {
    const some: AuthLabelChanges = { login: { submit: 'Log in' } };
    // @ts-expect-error There is no such text.
    const unknown: AuthLabelChanges = { login: { submitt: 'Log in' } };
    // @ts-expect-error A sentence with a gap is a function.
    const noFunction: AuthLabelChanges = { wait: { remaining: 'Wait' } };
    expect([some, unknown, noFunction].map((labels) => provideAuthLabels(labels)).length).toBe(3);
  });
});

for (const labels of LANGUAGES) {
  describe(`the labels in ${labels.language}`, () => {
    it('are a language that the browser knows', () => {
      expect(Intl.NumberFormat.supportedLocalesOf(labels.language)).toEqual([labels.language]);
      expect(labels.direction).toBe(labels.language === 'ar' ? 'rtl' : 'ltr');
    });

    it('are texts without odd white space, none of them English by mistake', () => {
      for (const [name, text] of textsOf(labels)) {
        expect(text).withContext(name).toMatch(/\p{L}/u);
        expect(text)
          .withContext(name)
          .not.toMatch(/^\s|\s$|\s\s/u);
        if (labels === authLabelsEn || name === 'language' || name === 'direction') continue;
        expect(text).withContext(name).not.toBe(textsOf(authLabelsEn).get(name)!);
      }
    });

    it('put the label and the number into the sentence', () => {
      expect(labels.validation.required('Name')).toContain('Name');
      expect(labels.rules.minLength(12)).toContain('12');
    });

    it('give every error code its own text', () => {
      const texts = Object.values(labels.errors);
      expect(new Set(texts).size).toBe(texts.length);
    });
  });
}

/** Every text by its path; sentences with a gap are filled in. */
function textsOf(labels: object, path: string[] = []): Map<string, string> {
  return new Map(
    Object.entries(labels).flatMap(([key, value]: [string, unknown]) => {
      const name = [...path, key].join('.');
      if (typeof value === 'string') return [[name, value]];
      if (typeof value === 'function') return [[name, String(value('12'))]];
      return [...textsOf(value as object, [...path, key])];
    }),
  );
}
