import type { QuotaName, RuleId } from '../../../emulator/index.ts';

/** How the emulator of a test differs from the usual one. */
export interface EmulatorSettings {
  readonly withoutRules: readonly RuleId[];
  readonly pace: 'immediate' | 'real';
}

/** What a test did to its emulator since its last request. */
export type Change =
  | { readonly kind: 'quota'; readonly accountId: string; readonly name: QuotaName; readonly value: number }
  | { readonly kind: 'save and restore' };

export interface PageRequest {
  /** Default POST. */
  readonly method?: string;
  readonly url: string;
  readonly content?: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The test's time, in milliseconds. */
  readonly now: number;
  readonly changes: readonly Change[];
}

/** What the page offers to the suite as `globalThis.suite`. */
export interface SuitePage {
  begin(settings: EmulatorSettings): void;
  send(request: PageRequest): Promise<{
    status: number;
    body: string;
    headers: Readonly<Record<string, string>>;
  }>;
}
