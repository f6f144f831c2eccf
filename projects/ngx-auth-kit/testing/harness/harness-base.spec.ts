import { ComponentHarness, LocatorFactory } from '@angular/cdk/testing';
import { LoginHarness } from './login-harness';

type Delegates = Record<string, (...queries: string[]) => unknown>;

describe('HarnessBase', () => {
  const own = Object.getOwnPropertyNames(ComponentHarness.prototype).filter(
    (name) => name !== 'constructor' && name !== 'host',
  );

  for (const name of own) {
    it(`hands ${name} on as CDK's own base class does`, async () => {
      const results = [ComponentHarness as unknown as typeof LoginHarness, LoginHarness].map(
        async (type) => {
          const factory = jasmine.createSpyObj<Record<string, jasmine.Func>>(own);
          const harness = new type(factory as unknown as LocatorFactory);
          factory[name]!.calls.reset();
          factory[name]!.and.returnValue('answer');
          const result = await (harness as unknown as Delegates)[name]!('a', 'b');
          return { result, args: factory[name]!.calls.allArgs() };
        },
      );
      const [theirs, ours] = await Promise.all(results);
      expect(ours!.result).toBe('answer');
      expect(ours).toEqual(theirs!);
    });
  }

  it('has the root element as its host', async () => {
    const rootElement = {};
    const factory = jasmine.createSpyObj<LocatorFactory>(own as (keyof LocatorFactory)[], {
      rootElement: rootElement as never,
    });
    expect(await new LoginHarness(factory).host()).toBe(rootElement as never);
  });
});
