import type {
  ComponentHarness,
  HarnessQuery,
  LocatorFactory,
  LocatorFnResult,
  TestElement,
} from '@angular/cdk/testing';

type Queries = (HarnessQuery<ComponentHarness> | string)[];

/** Passes everything to the locator factory, as the base class of the CDK does. */
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
 * Has the type of `ComponentHarness` of `@angular/cdk/testing`, and the class above at run time. So
 * this entry point imports nothing of the CDK, and tests without harnesses need not install it.
 * Environments only construct a harness, so it need not be an `instanceof ComponentHarness`.
 */
export const HarnessBase = LocatorShell as unknown as abstract new (
  locatorFactory: LocatorFactory,
) => ComponentHarness;
