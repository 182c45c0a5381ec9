import type { FindingFormat } from '../findings/index.ts';

/** The reporters of findings by name. Not taken from the reporters themselves: help texts need not load them. */
export const findingFormatNames = [
  'stylish',
  'json',
  'sarif',
  'github',
  'junit',
  'markdown',
  'html',
] as const satisfies readonly FindingFormat[];
