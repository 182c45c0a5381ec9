/** alimock/drift: where documentation pages, the provider schema, the SDK, the emulator and other versions disagree. */
export { compareSurfaces } from './compare.ts';
export { compareVersions } from './compare-versions.ts';
export { findDrift, findingsOf } from './find-drift.ts';
export type { DriftOptions, FoundDrift } from './find-drift.ts';
export { driftCatalogue, driftKinds } from './kinds.ts';
export type { DriftKind } from './kinds.ts';
export type { Drift, Side } from './drift.ts';
export { DriftSourceError } from './source.ts';
export type { Source, Subject } from './source.ts';
export { openSource } from './sources/open-source.ts';
export type { OpenSource } from './sources/open-source.ts';
export { pageSurface } from './sources/page.ts';
export type { PageWithSource } from './sources/page.ts';
export type { Entry, Place as SourcePlace, Stated, Surface } from './surface.ts';
