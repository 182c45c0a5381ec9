/** alimock/scenarios: a page's promises as scenarios, and the drivers that carry them out. */
export { deriveScenarios } from './derive/derive-scenarios.ts';
export { sentencesWithoutPromise } from './derive/notes/without-promise.ts';
export type { Unpromising } from './derive/notes/without-promise.ts';
export { companionsOf } from './derive/companions.ts';
export { createSdkDriver } from './drivers/sdk.ts';
export type { SdkDriverOptions } from './drivers/sdk.ts';
export { createTerraformDriver } from './drivers/terraform.ts';
export type { TerraformDriver, TerraformDriverOptions } from './drivers/terraform.ts';
export { observePage } from './observe/observe-page.ts';
export type { Observation, ObservedMember, Seen } from './observe/observation.ts';
export type { Driver, Outcome, ResourceState, Session } from './drivers/driver.ts';
export { runScenarios } from './run/index.ts';
export type { RunOptions } from './run/index.ts';
export { readScenarioFile, ScenarioFileError, toYaml } from './yaml.ts';
export type { Scenario, ScenarioInput, Step, Verb, Expectation, Value } from './scenario.ts';
export type { ApiCall, CheckReport, PageResult, Result } from './result.ts';
