/** When each drift came and went over several versions of the docs. */
import * as z from 'zod';
import type { Finding } from '../../findings/index.ts';
import { severitySchema } from '../../findings/rule.ts';

export const driftHistorySchema = z.object({
  schemaVersion: z.literal(1),
  /** What each version was compared with, as named. */
  against: z.array(z.string()),
  /** In order, the oldest first: the folder's name, the number of pages, and of findings by kind. */
  versions: z.array(
    z.object({
      name: z.string(),
      pages: z.number(),
      total: z.number(),
      byKind: z.record(z.string(), z.number()),
    }),
  ),
  /** Every drift that any version has, by type and path. */
  drifts: z.array(
    z.object({
      rule: z.string(),
      kind: z.string(),
      severity: severitySchema,
      type: z.string(),
      path: z.string().nullable(),
      /** As the newest version that has it says it. */
      message: z.string(),
      /** For each version, in order: is it there? */
      present: z.array(z.boolean()),
      /** The first version that has it. */
      came: z.string(),
      /** The first version after the last that has it; null while the newest has it. */
      went: z.string().nullable(),
    }),
  ),
});

export type DriftHistory = z.infer<typeof driftHistorySchema>;
export type DriftLife = DriftHistory['drifts'][number];

/** One version with what was found in it. */
export interface VersionFindings {
  readonly name: string;
  readonly pages: number;
  readonly findings: readonly Finding[];
}

/** @param versions the oldest first */
export const historyOf = (versions: readonly VersionFindings[], against: readonly string[]): DriftHistory => {
  const lives = new Map<string, { newest: Finding; present: boolean[] }>();
  for (const [at, { findings }] of versions.entries()) {
    for (const [key, finding] of keyed(findings)) {
      const life = lives.get(key) ?? { newest: finding, present: versions.map(() => false) };
      life.present[at] = true;
      lives.set(key, { ...life, newest: finding });
    }
  }
  return {
    schemaVersion: 1,
    against: [...against],
    versions: versions.map(({ name, pages, findings }) => ({
      name,
      pages,
      total: findings.length,
      byKind: countByKind(findings),
    })),
    drifts: [...lives.values()]
      .map(({ newest, present }) => lifeOf(newest, present, versions))
      .sort((a, b) =>
        compareText(`${a.type} ${a.path ?? ''} ${a.rule}`, `${b.type} ${b.path ?? ''} ${b.rule}`),
      ),
  };
};

/** The same drift in another version: kind, type and path, and a count where there are several alike. */
const keyed = (findings: readonly Finding[]): [string, Finding][] => {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { rule, type, path, other, place } = finding;
    // A resource and a data source may share a name: their folders tell them apart.
    const folder = /(?:^|[\\/])(r|d|resources|data-sources)[\\/][^\\/]+$/.exec(place.file)?.[1] ?? '';
    const key = [rule, folder, type, path ?? '', other?.source ?? ''].join('\u0000');
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return [`${key}\u0000${count}`, finding];
  });
};

const countByKind = (findings: readonly Finding[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { kind } of findings) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};

const lifeOf = (
  { rule, kind, severity, type, path, message }: Finding,
  present: readonly boolean[],
  versions: readonly VersionFindings[],
): DriftLife => {
  const last = present.lastIndexOf(true);
  return {
    rule,
    kind,
    severity,
    type,
    path,
    message,
    present: [...present],
    came: versions[present.indexOf(true)]?.name ?? '',
    went: versions[last + 1]?.name ?? null,
  };
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
