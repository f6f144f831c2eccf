import { ComponentHarness, ComponentHarnessConstructor } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Type } from '@angular/core';
import { open, Screen } from './screen';

/** Renders a component, for tests that use it by its harness and look closer at its screen. */
export async function openHarness<C, H extends ComponentHarness>(
  component: Type<C>,
  type: ComponentHarnessConstructor<H>,
  inputs: Record<string, unknown> = {},
): Promise<{ harness: H; screen: Screen<C> }> {
  const screen = await open(component, inputs);
  const harness = await TestbedHarnessEnvironment.harnessForFixture(screen.fixture, type);
  return { harness, screen };
}
