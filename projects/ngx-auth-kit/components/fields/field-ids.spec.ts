import { provideRouter } from '@angular/router';
import { open } from '../../test-support/screen';
import { setUpFakeHttp } from '../../test-support/set-up';
import { minLength } from './password-rule';
import { RegisterComponent } from '../register/register-component';

const NAMES = ['full name', 'wait', 'a"b', 'email-error', 'näme', '1'];

describe('the ids of a form', () => {
  it('are unique and tie every message to its field, whatever the fields are called', async () => {
    setUpFakeHttp({}, undefined, provideRouter([]));
    const screen = await open(RegisterComponent, {
      extraFields: [
        ...NAMES.map((name) => ({ name, label: `Label of ${name}` })),
        { name: 'box field', label: 'Box', type: 'checkbox', required: true },
      ],
      passwordRules: [minLength(4)],
      confirmPassword: true,
      terms: true,
    });
    await screen.submit();
    const ids = screen.all('[id]').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => /[^\w-]/.test(id))).toEqual([]);
    for (const input of screen.all<HTMLInputElement>('input')) {
      expect(input.labels!.length).withContext(input.name).toBe(1);
      const described = input.getAttribute('aria-describedby')!.split(' ');
      expect(described.filter((id) => !document.getElementById(id)))
        .withContext(input.name)
        .toEqual([]);
    }
    const texts = screen.all('input').map((input) => {
      const error = input.getAttribute('aria-describedby')!.split(' ').at(-1)!;
      return document.getElementById(error)!.textContent;
    });
    for (const name of NAMES) expect(texts).toContain(`“Label of ${name}” is required.`);
    expect(texts).toContain('“Box” is required.');
  });
});
