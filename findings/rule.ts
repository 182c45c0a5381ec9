/** Rule: what is looked for, and why. Lint and drift keep a catalogue of these each. */
import * as z from 'zod';

export const severitySchema = z.enum(['error', 'warning', 'info']);

export type Severity = z.infer<typeof severitySchema>;

/** From the gravest to the mildest. */
export const severities: readonly Severity[] = ['error', 'warning', 'info'];

export const ruleSchema = z.object({
  /** Kebab-case, e.g. "import-arity". It never changes once it is published: baselines and configurations name it. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** Severity where no configuration says otherwise. */
  severity: severitySchema,
  /** Group of rules that belong together, as reports sort by it: "examples", "import", "ForceNew". */
  kind: z.string().min(1),
  /** What it finds, in one sentence. */
  what: z.string().min(1),
  /** Why it matters to the reader of a page, in one or two sentences. */
  why: z.string().min(1),
  /** A piece of a page, or of a page and its other side, that has the finding. */
  example: z.string().min(1),
  /** How the same piece ought to read. */
  form: z.string().min(1),
});

export type Rule = z.infer<typeof ruleSchema>;

/** A catalogue, in the order in which its documentation lists it. */
export type RuleCatalogue = readonly Rule[];
