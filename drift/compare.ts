/** Compares what two sources say of the same resources and data sources. */
import type { Drift } from './drift.ts';
import { driftOf } from './drift.ts';
import { align } from './rules/align.ts';
import { computed, deprecated, forceNew, requiredOrOptional, sensitive } from './rules/flags.ts';
import { idFormat, importCommand, timeouts } from './rules/identity.ts';
import { documentedOnly, nesting, undocumented } from './rules/presence.ts';
import type { Rule } from './rules/rule.ts';
import { defaultValue, limits, type, validValues } from './rules/values.ts';
import type { Surface } from './surface.ts';

const rules: readonly Rule[] = [
  documentedOnly,
  undocumented,
  nesting,
  requiredOrOptional,
  forceNew,
  computed,
  deprecated,
  sensitive,
  type,
  defaultValue,
  validValues,
  limits,
  timeouts,
  idFormat,
  importCommand,
];

/**
 * Everything that two sources disagree on about one subject. What one of the two cannot tell is no drift.
 * @param from the side that findings stand on, mostly a page
 * @param against the side that is taken as right
 */
export const compareSurfaces = (from: Surface, against: Surface): Drift[] => {
  const pair = { from, against, entries: align(from, against) };
  return rules.flatMap((rule) => rule(pair)).map((found) => driftOf(found, from, against));
};
