import { provideRouter } from '@angular/router';
import { open } from '../test-support/screen';
import { setUpFakeHttp } from '../test-support/set-up';
import { LoginComponent } from './login/login-component';

/** A page cannot force colours on itself, so this reads the rules that the browser would apply. */
describe('a locked button in forced colours', () => {
  it('has the colour of what is disabled', async () => {
    setUpFakeHttp({}, undefined, provideRouter([]));
    const screen = await open(LoginComponent);
    const button = screen.find('button[type="submit"]')!;
    button.setAttribute('aria-disabled', 'true');
    const rules = [...document.styleSheets]
      .flatMap(({ cssRules }) => [...cssRules])
      .filter((rule) => rule instanceof CSSMediaRule)
      .filter(({ conditionText }) => conditionText === '(forced-colors: active)')
      .flatMap(({ cssRules }) => [...cssRules])
      .filter((rule) => rule instanceof CSSStyleRule)
      .filter(({ selectorText }) => button.matches(selectorText));
    expect(rules.map(({ style }) => style.color)).toContain('graytext');
    expect(rules.map(({ style }) => style.borderColor)).toContain('graytext');
  });
});
