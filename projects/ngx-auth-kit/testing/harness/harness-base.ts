import type {
  ComponentHarness,
  HarnessQuery,
  LocatorFactory,
  LocatorFnResult,
  TestElement,
} from '@angular/cdk/testing';

type Queries = (HarnessQuery<ComponentHarness> | string)[];

/** Hands everything on to the locator factory, which is all that CDK's own base class does. */
class LocatorShell {
  constructor(protected readonly locatorFactory: LocatorFactory) {}

  async host(): Promise<TestElement> {
    return this.locatorFactory.rootElement;
  }

  protected documentRootLocatorFactory(): LocatorFactory {
    return this.locatorFactory.documentRootLocatorFactory();
  }

  protected locatorFor<T extends Queries>(...queries: T): () => Promise<LocatorFnResult<T>> {
    return this.locatorFactory.locatorFor(...queries);
  }

  protected locatorForOptional<T extends Queries>(
    ...queries: T
  ): () => Promise<LocatorFnResult<T> | null> {
    return this.locatorFactory.locatorForOptional(...queries);
  }

  protected locatorForAll<T extends Queries>(...queries: T): () => Promise<LocatorFnResult<T>[]> {
    return this.locatorFactory.locatorForAll(...queries);
  }

  protected async forceStabilize(): Promise<void> {
    return this.locatorFactory.forceStabilize();
  }

  protected async waitForTasksOutsideAngular(): Promise<void> {
    return this.locatorFactory.waitForTasksOutsideAngular();
  }
}

/**
 * `ComponentHarness` of `@angular/cdk/testing` by type, and the shell above at run time. So this
 * entry point imports nothing of the CDK, and tests that use no harness need not install it. Nobody
 * asks whether a harness is an `instanceof ComponentHarness`: environments only construct it.
 */
export const HarnessBase = LocatorShell as unknown as abstract new (
  locatorFactory: LocatorFactory,
) => ComponentHarness;
