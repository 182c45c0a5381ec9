/**
 * What Terraform and the provider do with the arguments of a page's example. The example is carried out where
 * it can be; then one plan changes each argument in a copy of the block that is all its own, so that a plan of
 * a second shows which changes make a new resource. Nothing is changed for it, and no page is known by name.
 */
import type { PageSpec } from '../../docs-parser/index.ts';
import { isEmpty } from '../run/equality.ts';
import { inWords } from '../run/words.ts';
import type { GivenBlock, Value } from '../scenario.ts';
import { exampleBlockOf, withPlaceholders } from './example-block.ts';
import { planFitting } from './fitting.ts';
import type { Observation, ObservedMember, Seen } from './observation.ts';
import type { Applied, Attributes, Planner, PlannedChange, Standing } from './planner.ts';
import { outcomesOf } from './trials.ts';
import type { Trial } from './trials.ts';
import { trialValues } from './trial-values.ts';

/** Members of every block, which nobody needs to try. */
const ofEveryBlock: ReadonlySet<string> = new Set(['id', 'timeouts']);

/** @returns null where the page has no example of a resource, or Terraform refuses to plan it */
export const observePage = async (page: PageSpec, planner: Planner): Promise<Observation | null> => {
  const example = page.kind === 'resource' ? exampleBlockOf(page) : null;
  if (example === null) return null;
  const applied = example.given === null ? null : await planner.apply(example.given, example.block);
  const { block, plan } = await planFitting(literal(example.block, applied), planner);
  const created = plan.changes.get(block.address);
  if (created === undefined) return null;
  const standing = applied?.standing ?? asIfItStood(created);
  const outcomes = await outcomesOf(trialsOf(page, block, standing, created), { block, standing }, planner);
  const state = applied?.standing.attributes ?? null;
  return {
    address: block.address,
    applied: applied !== null,
    members: namesIn(created)
      .filter((name) => name !== 'timeouts')
      .map((name): ObservedMember => {
        const isLeftOut = !(name in example.block.arguments);
        const { settable = null, deprecated = null, forceNew = null } = outcomes.get(name) ?? {};
        return {
          name,
          isLeftOut,
          settable: name === 'id' ? false : isLeftOut ? settable : true,
          deprecated,
          forceNew,
          ...(isLeftOut ? leftOut(name, created, state) : { computed: null, default: null }),
        };
      }),
  };
};

const namesIn = ({ after, unknown }: PlannedChange): string[] =>
  [...new Set([...Object.keys(after), ...unknown])].sort();

const literal = (block: GivenBlock, applied: Applied | null): GivenBlock => ({
  address: block.address,
  arguments: Object.fromEntries(
    Object.entries(block.arguments).map(([name, value]) => [
      name,
      applied === null ? withPlaceholders(value) : applied.resolve(value),
    ]),
  ),
});

/** What is planned, as a state: what is not known yet is nothing, but for the id. */
const asIfItStood = ({ after, schemaVersion }: PlannedChange): Standing => ({
  attributes: { ...after, id: 'alimock-standing' },
  schemaVersion,
});

const trialsOf = (
  page: PageSpec,
  block: GivenBlock,
  { attributes }: Standing,
  created: PlannedChange,
): Trial[] =>
  namesIn(created)
    .filter((name) => !ofEveryBlock.has(name) && !isOfBlocks(block.arguments[name]))
    .flatMap((name) => {
      const documented = page.arguments.find(({ path }) => path.length === 1 && path[0] === name);
      const values = trialValues(attributes[name] ?? null, documented?.constraints ?? null);
      return values.map((value): Trial => ({ name, value, without: [] }));
    });

/** Blocks within the block: what is in them has flags of its own. */
const isOfBlocks = (value: Value | undefined): boolean =>
  Array.isArray(value) && value.some((item) => typeof item === 'object' && item !== null);

/** What becomes of a member that the configuration does not set. */
const leftOut = (
  name: string,
  { after, unknown }: PlannedChange,
  state: Attributes | null,
): Pick<ObservedMember, 'computed' | 'default'> => {
  const planned = after[name] ?? null;
  if (!unknown.has(name)) {
    // Known before anything is made: the provider's own default, or nothing at all.
    return isEmpty(planned)
      ? {
          computed: seen(false, `the plan leaves ${name} null where the example leaves it out`),
          default: null,
        }
      : { computed: null, default: seen(planned, `the plan has ${name} = ${inWords(planned)}`) };
  }
  const filled = state?.[name] ?? null;
  if (isNothing(filled)) return { computed: null, default: null };
  return {
    computed: seen(true, `${name}: (known after apply), and then ${inWords(filled)}`),
    default: null,
  };
};

const seen = <Of>(value: Of, words: string): Seen<Of> => ({ value, seen: words });

/** The plugin SDK writes false and 0 for what the API does not tell. */
const isNothing = (value: Value): boolean => isEmpty(value) || value === false || value === 0;
