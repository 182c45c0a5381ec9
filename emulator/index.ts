/** alimock: an in-memory Alibaba Cloud ECS. */
export type { CommandOutput } from './command-results.ts';
export { createEmulator } from './emulator.ts';
export type { Emulator, EmulatorOptions, ToldCall, Trial } from './emulator.ts';
export type { Authenticate, DeclaredAccount } from './identity.ts';
export type { AnsweredCall } from './dispatch.ts';
export { ManualClock, systemClock } from './state/clock.ts';
export type { Clock } from './state/clock.ts';
export { defaultQuotas } from './state/quotas.ts';
export type { QuotaName, Quotas } from './state/quotas.ts';
export type { StateSnapshot } from './state/state.ts';
export { rules } from './rules/index.ts';
export type { RuleId } from './rules/index.ts';
export type { Call, Reply } from './wire/call.ts';
export type { HttpRequest } from './wire/http-call.ts';
