/** Placeholders that Terraform does not take: those of another type, and those of another form. */
import type { GivenBlock, Value } from '../scenario.ts';
import { isPlaceholder } from './example-block.ts';
import type { Plan, Planner } from './planner.ts';

/** Each plan tells of one placeholder at least. */
const mostPlans = 8;

/** A value of the type that Terraform asks for. */
const ofType = (message: string, placeholder: Value): Value | undefined => {
  if (message.includes('a number is required')) return 1;
  if (message.includes('a bool is required')) return true;
  return /(?:set|list) of string required/.test(message) ? [placeholder] : undefined;
};

/**
 * Plans the creation of a block; a placeholder of the wrong type gets another, and one that the provider does
 * not like is left out.
 * @returns the block as it was planned at last, with its plan
 */
export const planFitting = async (
  block: GivenBlock,
  planner: Planner,
): Promise<{ block: GivenBlock; plan: Plan }> => {
  let fitting = block;
  let plan = await planner.plan([{ block: fitting, before: null }]);
  for (let times = 1; times < mostPlans && plan.problems.length > 0; times++) {
    const values = plan.problems.reduce(
      (all, { message }) => withoutRefused(all, message),
      fitting.arguments,
    );
    if (values === fitting.arguments) break;
    fitting = { ...fitting, arguments: values };
    plan = await planner.plan([{ block: fitting, before: null }]);
  }
  return { block: fitting, plan };
};

const withoutRefused = (values: GivenBlock['arguments'], message: string): GivenBlock['arguments'] => {
  const words = new Set(message.match(/[a-z0-9_]+/g));
  const refused = Object.entries(values).find(([name, value]) => words.has(name) && isPlaceholder(value));
  if (refused === undefined) return values;
  const [name, value] = refused;
  const other = ofType(message, value);
  const rest = Object.entries(values).filter(([key]) => key !== name);
  return Object.fromEntries(other === undefined ? rest : [...rest, [name, other]]);
};
