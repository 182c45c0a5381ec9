import { actNamed } from '../../acts/index.ts';
import type { ActContext } from '../../acts/act.ts';
import type { Arguments } from '../../bindings/binding.ts';
import type { Actor, Verb } from '../../scenario.ts';
import { resolveReferences } from '../references.ts';
import { ScenarioError } from '../scenario-error.ts';
import { namesIn } from './names.ts';
import { createBlock, rememberBlock } from './verbs.ts';
import type { Done } from './verbs.ts';
import type { World } from './world.ts';

type ActVerb = Extract<Verb, { act: string }>;

/** Carries a named act out as an actor, and saves its result. */
export const actIn = async (world: World, verb: ActVerb, actor: Actor): Promise<Done> => {
  const act = actNamed(verb.act);
  if (act === undefined) {
    return {
      ok: false,
      kind: 'not-implemented',
      code: 'alimock.NoSuchAct',
      message: `there is no act "${verb.act}"`,
    };
  }
  const given = parametersOf(world, verb);
  const missing = act.parameters.find((name) => given[name] === undefined || given[name] === null);
  const unknown = Object.keys(given).find(
    (name) => !act.parameters.includes(name) && act.optional?.includes(name) !== true,
  );
  if (missing !== undefined) throw new ScenarioError(`the act "${act.name}" needs "${missing}"`);
  if (unknown !== undefined) throw new ScenarioError(`the act "${act.name}" knows no "${unknown}"`);
  const result = await act.perform(contextOf(world, given, actor));
  if (verb.save !== undefined) world.saved.set(verb.save, result);
  return { ok: true, replaced: false, result };
};

const parametersOf = (world: World, verb: ActVerb): Arguments =>
  Object.fromEntries(
    Object.entries(verb.with ?? {}).map(([name, value]) => [name, resolveReferences(value, namesIn(world))]),
  );

const contextOf = (world: World, given: Arguments, actor: Actor): ActContext => ({
  api: world.api(actor),
  with: given,
  need: async (address, values) => {
    const own = `${address}-of-${actor}`;
    const known = world.blocks.get(own);
    if (known !== undefined) return known.state.attributes;
    const done = await createBlock(world, { address: own, arguments: values }, actor);
    const made = world.blocks.get(own);
    if (done.ok && made !== undefined) return made.state.attributes;
    throw new ScenarioError(`what the act needs, ${own}, could not be made: ${done.ok ? '' : done.message}`);
  },
  made: (type, id) => rememberBlock(world, type, id, actor),
});
