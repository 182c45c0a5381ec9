/** What `terraform … -json` printed, and why it refused. */
import { stripVTControlCharacters } from 'node:util';
import * as z from 'zod';
import type { ApiCall } from '../../result.ts';
import { kindOfCode } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';

const diagnosticSchema = z.object({
  severity: z.string(),
  summary: z.string(),
  detail: z.string().default(''),
  /** The block that it is about. */
  address: z.string().optional(),
  /** The configuration's text that it points at. */
  snippet: z.object({ context: z.string().nullish() }).optional(),
});

export type Diagnostic = z.infer<typeof diagnosticSchema>;

const lineSchema = z.object({
  type: z.string().default(''),
  diagnostic: diagnosticSchema.optional(),
  change: z.object({ resource: z.object({ addr: z.string() }), action: z.string() }).optional(),
});

export interface Run {
  /** What Terraform said was wrong, in its order. */
  readonly problems: readonly Diagnostic[];
  /** Address → what is done to it: "create", "update", "replace", "delete", "read". */
  readonly changes: ReadonlyMap<string, string>;
}

/** Reads what `terraform … -json` printed. Lines that are not JSON are passed over. */
export const readRun = (output: string, exitCode: number): Run => {
  const changes = new Map<string, string>();
  const problems: Diagnostic[] = [];
  for (const { type, change, diagnostic } of linesOf(output)) {
    if (type === 'planned_change' && change !== undefined) {
      changes.set(change.resource.addr, change.action);
    }
    if (diagnostic?.severity === 'error') problems.push(plain(diagnostic));
  }
  if (exitCode !== 0 && problems.length === 0) problems.push(fromText(output, exitCode));
  return { problems, changes };
};

/** `terraform import` has no JSON output; its messages are read as text. */
export const readImport = (output: string, exitCode: number): Run => ({
  problems: exitCode === 0 ? [] : [fromText(output, exitCode)],
  changes: new Map(),
});

/** All diagnostics that `terraform … -json` printed, warnings too. Lines that are not JSON are passed over. */
export const diagnosticsIn = (output: string): Diagnostic[] =>
  linesOf(output).flatMap(({ diagnostic }) => diagnostic ?? []);

type Line = z.infer<typeof lineSchema>;

const linesOf = (output: string): Line[] => output.split('\n').flatMap((text) => parseLine(text) ?? []);

const parseLine = (text: string): Line | undefined => {
  if (!text.startsWith('{')) return undefined;
  try {
    return lineSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

const plain = ({ summary, detail, ...rest }: Diagnostic): Diagnostic => ({
  ...rest,
  summary: stripVTControlCharacters(summary),
  detail: stripVTControlCharacters(detail),
});

const fromText = (output: string, exitCode: number): Diagnostic => {
  const text = stripVTControlCharacters(output).replaceAll(/^[│╷╵] ?/gm, '');
  const [, summary, detail = ''] = /Error: ([^\n]+)\n*([\s\S]*)/.exec(text) ?? [];
  return {
    severity: 'error',
    summary: summary ?? `terraform ended with exit code ${exitCode}: ${text.trim().slice(-400)}`,
    detail: detail.trim().slice(0, 2000),
  };
};

/** Terraform's and its SDK's own words for what needs no API to be refused. */
const ofConfiguration: readonly (readonly [RegExp, Refusal['kind']])[] = [
  [
    /^Missing required argument|one of `[^`]+` must be specified|all of `[^`]+` must be specified/,
    'missing-argument',
  ],
  [/^(Extraneous JSON object property|Unsupported argument|Unsupported block type)/, 'unknown-argument'],
  [/^Cannot import non-existent remote object/, 'not-found'],
  [
    /^(Incorrect attribute value type|Invalid value|Unsuitable value type|expected |invalid value )|conflicts with|only one of `/i,
    'invalid-value',
  ],
];

/**
 * Why Terraform refused. An error code of the API counts where an answer of the run had it and the message
 * names it; what is refused although no call failed is refused by the provider's own checks.
 * @param calls the calls that the run made
 */
export const refusalOfDiagnostic = (problem: Diagnostic, calls: readonly ApiCall[]): Refusal => {
  const { summary, detail } = problem;
  const message = detail === '' ? summary : `${summary}: ${detail}`;
  const failed = calls.filter(({ code }) => code !== null);
  for (const { code, status } of failed.reverse()) {
    if (code !== null && message.includes(code)) {
      return { kind: kindOfCode(code, status), code, message: shortened(message) };
    }
  }
  const known = ofConfiguration.find(([pattern]) => pattern.test(summary));
  if (known !== undefined) return { kind: known[1], code: 'InvalidConfiguration', message };
  if (failed.length === 0 && calls.every(({ action }) => /^(Describe|List|Query|Get)/.test(action))) {
    return { kind: 'invalid-value', code: 'InvalidConfiguration', message };
  }
  return { kind: 'other', code: 'TerraformError', message: shortened(message) };
};

/** The provider's message without the path of its source file and the signature of the call. */
const shortened = (message: string): string =>
  message
    .replace(/^\[ERROR\]\s*\S+\.go:\d+:\s*/, '')
    .replaceAll(/\s*\n\s*/g, ' ')
    .slice(0, 600);
