import {
  Component,
  inject,
  Injectable,
  provideZonelessChangeDetection,
  signal,
} from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { AuthLabels } from './auth-labels';
import { authLabelsAr } from './auth-labels-ar';
import { authLabelsDe } from './auth-labels-de';
import { authLabelsEn } from './auth-labels-en';
import { AUTH_LABELS, AuthLabelChanges, provideAuthLabels } from './provide-auth-labels';

@Injectable({ providedIn: 'root' })
class Language {
  readonly current = signal('en');
}

@Component({ selector: 'auth-spec-child', template: '{{ labels().login.submit }}' })
class Child {
  readonly labels = inject(AUTH_LABELS);
}

@Component({
  imports: [Child],
  template: '<auth-spec-child />',
  providers: [provideAuthLabels({ login: { submit: 'Los' } })],
})
class Part {}

function labelsWith(...given: Parameters<typeof provideAuthLabels>[0][]): () => AuthLabels {
  TestBed.configureTestingModule({
    providers: [
      provideZonelessChangeDetection(),
      ...given.map((labels) => provideAuthLabels(labels)),
    ],
  });
  return TestBed.inject(AUTH_LABELS);
}

describe('provideAuthLabels', () => {
  it('is not needed for English', () => {
    expect(TestBed.inject(AUTH_LABELS)()).toBe(authLabelsEn);
  });

  it('takes a whole language', () => expect(labelsWith(authLabelsDe)()).toEqual(authLabelsDe));

  it('takes some texts and leaves the others', () => {
    const labels = labelsWith({ login: { submit: 'Log in' }, errors: { network: 'No line.' } })();
    expect(labels).toEqual({
      ...authLabelsEn,
      login: { ...authLabelsEn.login, submit: 'Log in' },
      errors: { ...authLabelsEn.errors, network: 'No line.' },
    });
  });

  it('takes sentences with a gap', () => {
    const required = (label: string) => `${label}!`;
    expect(labelsWith({ validation: { required } })().validation.required('Name')).toBe('Name!');
  });

  it('leaves alone what is given as undefined', () => {
    expect(labelsWith({ login: undefined, status: { retry: undefined } })()).toEqual(authLabelsEn);
  });

  it('takes a signal and follows it', () => {
    const language = signal<AuthLabelChanges>(authLabelsDe);
    const labels = labelsWith(language);
    expect(labels().direction).toBe('ltr');
    language.set(authLabelsAr);
    expect(labels()).toEqual(authLabelsAr);
  });

  it('takes a function that injects and reads signals', () => {
    const labels = labelsWith(() =>
      inject(Language).current() === 'de' ? authLabelsDe : authLabelsEn,
    );
    expect(labels()).toEqual(authLabelsEn);
    TestBed.inject(Language).current.set('de');
    expect(labels()).toEqual(authLabelsDe);
  });

  it('in a component adds to what the app has, and re-renders', async () => {
    const language = signal<AuthLabelChanges>({ login: { title: 'Bonjour', submit: 'Go' } });
    labelsWith(language);
    const fixture = TestBed.createComponent(Part);
    await fixture.whenStable();
    expect(fixture.nativeElement.textContent).toBe('Los');
    const child = fixture.debugElement.children[0]!.componentInstance as Child;
    expect(child.labels().login.title).toBe('Bonjour');
    language.set(authLabelsAr);
    await fixture.whenStable();
    expect(child.labels().login).toEqual({ ...authLabelsAr.login, submit: 'Los' });
  });
});
