/**
 * Finding: one thing that is wrong with a page, or between a page and another source, as plain data. Lint and
 * drift report the same type, so that one set of reporters, baselines and viewers serves both.
 */
import * as z from 'zod';
import { positionSchema } from '../docs-parser/position.ts';
import { ruleSchema, severitySchema } from './rule.ts';

/** Where a finding stands. */
export const placeSchema = z.object({
  /** The page's path as it was given. */
  file: z.string(),
  position: positionSchema,
  /** What stands there, as written; null where the whole page is meant. */
  text: z.string().nullable(),
});

/** What the page is compared with, quoted. */
export const otherSideSchema = z.object({
  /** What it is, for people: "provider schema", "SDK model", "emulator", "docs 1.239.0". */
  source: z.string().min(1),
  /** Its file, if it has one that can be opened. */
  file: z.string().nullable(),
  /** Null where it has no place, as an observation of the emulator. */
  position: positionSchema.nullable(),
  /** JSON pointer into the file, where that is JSON, as a provider schema. */
  pointer: z.string().optional(),
  /** What it says, as written or as JSON. */
  text: z.string(),
});

export const findingSchema = z.object({
  /** Id of a rule of the report's catalogue. */
  rule: z.string(),
  /** The rule's severity, or what the configuration made of it. */
  severity: severitySchema,
  /** The rule's kind. */
  kind: z.string(),
  /** What exactly is wrong, in a sentence without line numbers. */
  message: z.string().min(1),
  /** The Terraform type that the page is about: "alicloud_vpc". */
  type: z.string(),
  /** The argument or attribute in question, e.g. "data_disks.size"; null where it is none. */
  path: z.string().nullable(),
  place: placeSchema,
  other: otherSideSchema.nullable(),
  /** What to do about it, in a sentence; null where nothing is certain. */
  suggestion: z.string().nullable(),
  /** A command that shows the finding again, and it alone if possible. */
  command: z.string().nullable(),
  /** For two versions of a page: does the change break configurations that were right before? */
  breaking: z.boolean().optional(),
});

/** What `--format json` prints. */
export const findingReportSchema = z.object({
  schemaVersion: z.literal(1),
  /** The command that made it: "lint", "drift". */
  tool: z.string(),
  /** All pages that were looked at, those without findings included. */
  pages: z.array(z.object({ file: z.string(), type: z.string() })),
  /** The catalogue's entries of the rules that have findings here. */
  rules: z.array(ruleSchema),
  /** By page, then by place. */
  findings: z.array(findingSchema.extend({ fingerprint: z.string() })),
  summary: z.object({
    pages: z.number(),
    error: z.number(),
    warning: z.number(),
    info: z.number(),
  }),
});

export type Place = z.infer<typeof placeSchema>;
export type OtherSide = z.infer<typeof otherSideSchema>;
export type Finding = z.infer<typeof findingSchema>;
export type FindingReport = z.infer<typeof findingReportSchema>;
/** A finding of a report: with the name by which a baseline and GitHub know it again. */
export type ReportedFinding = FindingReport['findings'][number];
