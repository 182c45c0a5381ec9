import type { Span } from '../code-place.ts';
import type { Classes, TerraformClass } from './classes.ts';
import type { Code, Entry, Program } from './program.ts';
import { plainText } from './program.ts';
import type { Bound } from './values.ts';
import type { TerraformNames } from './names.ts';

/** A construct of the program: a block of the graph. */
export interface Construct {
  readonly kind: TerraformClass['kind'];
  readonly type: string;
  /** The name that Terraform gives it: the construct's id, or what overrideLogicalId says. */
  readonly name: string;
  /** A provider's alias. */
  readonly alias: string | null;
  readonly entries: readonly Entry[];
  readonly span: Span;
  /** `x.addOverride("lifecycle.ignore_changes", …)` */
  readonly overrides: readonly Override[];
}

export interface Override {
  readonly path: readonly string[];
  readonly value: Code;
  readonly span: Span;
}

/** A value that the program keeps in a variable and that is no construct. */
export interface Kept {
  readonly name: string;
  readonly value: Code;
  readonly span: Span;
}

/** What is made, with what the program's variables hold when it is. */
export interface Step<T> {
  readonly what: T;
  readonly bound: Variables;
}

/** What the program's variables hold at one point of it. */
export interface Variables {
  readonly get: (name: string) => Bound | undefined;
}

/** A variable keeps its value until the program takes it again, as several stacks in one text do. */
class History {
  readonly #held = new Map<string, { readonly since: number; readonly value: Bound }[]>();

  bind(name: string, since: number, value: Bound): void {
    const held = this.#held.get(name);
    if (held === undefined) this.#held.set(name, [{ since, value }]);
    else held.push({ since, value });
  }

  /** What the variables hold before a step. */
  before(step: number): Variables {
    return {
      get: (name) => {
        const held = this.#held.get(name) ?? [];
        let [low, high] = [0, held.length];
        while (low < high) {
          const middle = (low + high) >> 1;
          if ((held[middle]?.since ?? 0) < step) low = middle + 1;
          else high = middle;
        }
        // What is declared further down only (in another method) is still declared.
        return (held[low - 1] ?? held[0])?.value;
      },
    };
  }
}

export interface Made {
  readonly constructs: readonly Step<Construct>[];
  readonly kept: readonly Step<Kept>[];
}

interface Growing extends Omit<Construct, 'name' | 'overrides'> {
  name: string;
  readonly overrides: Override[];
}

/** Follows the program statement by statement. */
export const followProgram = (program: Program, classes: Classes, names: TerraformNames): Made => {
  const constructs: Step<Growing>[] = [];
  const kept: Step<Kept>[] = [];
  const history = new History();
  const growing = new Map<Construct, Growing>();
  /** Terraform names of the variables so far. */
  const taken = new Set<string>();
  for (const [step, { variable, value, span }] of program.statements.entries()) {
    const bound = history.before(step);
    const construct = constructOf(value, span, classes);
    if (construct !== undefined) {
      constructs.push({ what: construct, bound });
      growing.set(construct, construct);
      if (variable !== null) history.bind(variable, step, { kind: 'construct', construct });
    } else if (value.kind === 'call' && variable === null) {
      const target = value.target?.kind === 'name' ? bound.get(value.target.name) : undefined;
      const changed = target?.kind === 'construct' ? growing.get(target.construct) : undefined;
      if (changed !== undefined) applyCall(changed, value.name, value.arguments, span);
    } else if (variable !== null) {
      const iteration = iterationOf(value);
      const name = localName(names.of(variable), taken);
      history.bind(variable, step, iteration ?? { kind: 'value', name });
      if (iteration === undefined && isLocal(value)) kept.push({ what: { name, value, span }, bound });
    }
    if (variable !== null) taken.add(names.of(variable));
  }
  return { constructs, kept };
};

/** A local whose name something else has already is `localName` to the converter (variableName in hcl2cdk). */
const localName = (name: string, taken: ReadonlySet<string>): string => {
  const own = /^local_(.+)$/.exec(name)?.[1];
  return own !== undefined && taken.has(own) ? own : name;
};

const constructOf = (code: Code, span: Span, classes: Classes): Growing | undefined => {
  if (code.kind !== 'construct') return undefined;
  const [, id] = code.arguments;
  const name = id?.kind === 'literal' || id?.kind === 'text' ? plainText(id) : undefined;
  if (name === undefined) return undefined;
  const { kind, type } = classes.of(code.path);
  const alias = code.entries.find(({ key }) => key.toLowerCase() === 'alias')?.value;
  return {
    kind,
    type,
    name,
    alias: alias === undefined ? null : (plainText(alias) ?? null),
    entries: code.entries,
    span,
    overrides: [],
  };
};

/** Methods of a construct that change what Terraform sees of it. */
const applyCall = (construct: Growing, method: string, args: readonly Code[], span: Span): void => {
  const [first, second] = args;
  const text = first === undefined ? undefined : plainText(first);
  if (text === undefined) return;
  switch (method.replaceAll('_', '').toLowerCase()) {
    case 'overridelogicalid':
      construct.name = text;
      break;
    case 'addoverride':
      if (second !== undefined) construct.overrides.push({ path: text.split('.'), value: second, span });
      break;
    default:
  }
};

/** `TerraformIterator.fromList(x)`, `TerraformCount.of(x)` */
const iterationOf = (code: Code): Bound | undefined => {
  if (code.kind !== 'call' || code.target === null) return undefined;
  const owner =
    code.target.kind === 'name' || code.target.kind === 'member' ? code.target.name.toLowerCase() : '';
  const [over] = code.arguments;
  if (over === undefined) return undefined;
  if (owner === 'terraformcount') return { kind: 'count', of: over };
  return owner === 'terraformiterator' ? { kind: 'iterator', over } : undefined;
};

/** Values that Terraform could hold: what else a program keeps is its own business. */
const isLocal = (code: Code): boolean => {
  switch (code.kind) {
    case 'literal':
    case 'text':
    case 'list':
      return true;
    case 'object':
      return code.entries.length > 0;
    case 'call':
      return code.target?.kind === 'name' && /^(?:token|fn|op)$/i.test(code.target.name);
    case 'member':
      return true;
    case 'name':
    case 'index':
    case 'construct':
    case 'unknown':
      return false;
  }
};
