/** What an argument needs to have set beside it, as the page's texts say it. */
import type { Argument, PageSpec } from '../../docs-parser/index.ts';
import type { Value } from '../scenario.ts';
import { providerSpelling, textOf } from './values.ts';

/** An argument that must be set beside another; without a value, to whatever is valid. */
export interface Need {
  readonly argument: Argument;
  readonly value?: string | undefined;
}

/**
 * What must be set beside an argument that has a value.
 * @param siblings arguments of the same block, the argument itself among them
 */
export const needsOf = (argument: Argument, value: Value, siblings: readonly Argument[]): Need[] => {
  const others = siblings.filter((one) => one !== argument);
  const found = [
    ...ownConditions(argument, value).map((condition) => conditionIn(condition, others)),
    ...togetherWith(argument, value, others),
    ...others.flatMap((other) => valueThatTakes(argument, other, siblings)),
    ...usedWhen(argument, value, others),
    ...others
      .filter((other) => isRequiredBy(other, argument, value, siblings))
      .map((other): Need => ({ argument: other })),
    ...essdNeeds(argument, value, others),
    ...wellKnownNeeds(argument, others),
  ];
  const needs = found.filter((need) => need !== null);
  return [...new Map(needs.map((need) => [need.argument.name, need])).values()];
};

/** The arguments of the block that an argument is in. */
export const siblingsOf = ({ path }: Argument, page: PageSpec): Argument[] =>
  page.arguments.filter(
    (other) =>
      other.path.length === path.length && path.slice(0, -1).every((name, at) => other.path[at] === name),
  );

/**
 * "takes effect only when …", "can only be set to `Enabled` when …", "`Encrypted` must be `true` when …", "If this field
 * is specified, the `nic_type` can only select `intranet`"
 */
const ownConditions = ({ constraints, text }: Argument, value: Value): string[] => {
  const select =
    /\bif this (?:field|parameter) is specified, (?:the )?(`?\w+`? can only select `?\w+`?)/i.exec(text);
  const only = /\bcan only be set to `?([\w.-]+)`? when\s+([^.\n]+)/i.exec(text);
  const must = /\bparameter\s+(`?\w+`? must be `?\w+`?) when\b/i.exec(text)?.[1];
  return [
    ...(constraints.requiredWhen === null ? [] : [constraints.requiredWhen.condition]),
    ...(only?.[1] === textOf(value) && only[2] !== undefined ? [only[2]] : []),
    ...(must === undefined ? [] : [must.replace('must be', 'is')]),
    ...(select?.[1] === undefined ? [] : [select[1].replace('can only select', 'is')]),
  ];
};

const condition =
  /^(?:the\s+)?(?:parameter\s+)?[`'"]?(\w+)[`'"]?(?:\s+parameter)?\s+is\s+(?:set(?:\s+to)?\s*)?(?:specified\b)?[`'"]?([\w.-]*)/i;

/** "`category` is `cloud_auto`", "the AutoRenew parameter is set to true", "`vswitch_id` is specified" */
const conditionIn = (text: string, among: readonly Argument[]): Need | null => {
  const [, name = '', value = ''] = condition.exec(text) ?? [];
  const argument = argumentNamed(name, among) ?? (value === '' ? undefined : argumentWith(value, among));
  if (argument === undefined) return null;
  if (value === '') return { argument };
  // A page that names a value which its own list does not have means another argument.
  const { validValues } = argument.constraints;
  return validValues?.values.includes(value) === false ? null : { argument, value };
};

/** By the provider's name or by the API's: "InstanceChargeType", "ChargeType". */
const argumentNamed = (name: string, among: readonly Argument[]): Argument | undefined => {
  const spelled = providerSpelling(name);
  return among.find((one) => one.name === name) ?? among.find((one) => one.name === spelled);
};

/** "the ChargeType parameter is set to PrePaid", where the provider has another name: what has such a value. */
const argumentWith = (value: string, among: readonly Argument[]): Argument | undefined => {
  const [only, ...others] = among.filter(({ constraints }) =>
    constraints.validValues?.values.includes(value),
  );
  return others.length > 0 ? undefined : only;
};

/** "The `start_time` and `end_time` parameters must be specified at the same time", "Limited: … EndTime …" */
const togetherWith = ({ text, constraints }: Argument, value: Value, others: readonly Argument[]): Need[] => {
  const change = /\bif you want to change [^.,\n]*,\s*(?:the )?`?(\w+)`? is required/i.exec(text)?.[1];
  const changed = change === undefined ? undefined : argumentNamed(change, others);
  if (changed !== undefined && textOf(value) !== constraints.default?.value) return [{ argument: changed }];
  const sentence =
    /([^.\n]*)\bparameters? must be (?:set|specified) at the same time/i.exec(text) ??
    /\bset \w+ to `?\w+`?, you must (?:set|specify) ([^.\n]*)/i.exec(text);
  if (sentence?.[1] === undefined) return [];
  // Said behind one of several values, it holds for that one.
  const [before] = text.split(sentence[0]);
  const about = new RegExp(`\\b(${constraints.validValues?.values.join('|') ?? '\\w+'})\\s*:[^:]*$`).exec(
    before ?? '',
  )?.[1];
  if (about !== undefined && about !== textOf(value)) return [];
  return [...sentence[1].matchAll(/\w+/g)].flatMap(([word]) => {
    const argument = argumentNamed(word, others);
    return argument === undefined ? [] : [{ argument }];
  });
};

/**
 * What one value alone of another argument asks for has an effect with that value: of an end time, that where "Limited:
 * … The EndTime parameter must be specified at the same time" is said of one of two values.
 */
const valueThatTakes = (argument: Argument, other: Argument, siblings: readonly Argument[]): Need[] => {
  const values = other.constraints.validValues?.values ?? [];
  const beside = siblings.filter((one) => one !== other);
  const taking = values.filter((value) =>
    togetherWith(other, value, beside).some((need) => need.argument === argument),
  );
  return taking.length === values.length
    ? []
    : taking.slice(0, 1).map((value) => ({ argument: other, value }));
};

/** "When `timed` is set to true and Frequency is specified, `period` is used as the value of RepeatMode" */
const usedWhen = ({ name, text }: Argument, value: Value, others: readonly Argument[]): (Need | null)[] => {
  const told = /\bwhen ([^.\n]*?), `?(\w+)`? is used as the value of (?:the )?`?(\w+)/gi;
  return [...text.matchAll(told)].flatMap(([, conditions = '', used = '', of = '']) =>
    providerSpelling(of) === name && used.toLowerCase() === textOf(value).toLowerCase()
      ? conditions.split(' and ').map((one) => conditionIn(one, others))
      : [],
  );
};

/** "It is valid and required when `instance_charge_type` is `PrePaid`" */
const isRequiredBy = (
  other: Argument,
  argument: Argument,
  value: Value,
  siblings: readonly Argument[],
): boolean => {
  const { requiredWhen } = other.constraints;
  // What is bought for a time cannot be bought without the time, also where the page does not say "required".
  if (
    requiredWhen !== null &&
    /\brequired\b|\bthe duration that you will buy\b|\bprice threshold\b/i.test(other.text)
  ) {
    const need = conditionIn(requiredWhen.condition, siblings);
    if (need?.argument === argument && need.value === textOf(value)) return true;
  }
  const told = /\bwhen you set (\w+) to `?(\w+)`?, you must (?:set|specify)\s+`?(\w+)/i.exec(other.text);
  return (
    told?.[1] !== undefined &&
    argumentNamed(told[1], siblings) === argument &&
    told[2] === textOf(value) &&
    argumentNamed(told[3] ?? '', siblings) === other
  );
};

/** From so many GiB on an ESSD has a performance level (CreateDisk, PerformanceLevel). */
const essdSizes: Readonly<Record<string, string>> = { PL2: '500', PL3: '1300' };

/** What is said of an ESSD needs a disk of that category: "the performance level of the ESSD used as the system disk". */
const essdNeeds = ({ name, text }: Argument, value: Value, others: readonly Argument[]): (Need | null)[] => {
  if (!/\bperformance level of (?:the|an) ESSD\b/i.test(text)) return [];
  const prefix = name.replace(/performance_level$/, '');
  const beside = (what: string, to: string | undefined): Need | null => {
    const own =
      others.find((one) => one.name === `${prefix}${what}`) ?? others.find((one) => one.name.endsWith(what));
    return own === undefined || to === undefined ? null : { argument: own, value: to };
  };
  return [beside('category', 'cloud_essd'), beside('size', essdSizes[textOf(value)])];
};

/** Features that only some instance types have, with one that has them (DescribeInstanceTypes). */
const fittingTypes: Readonly<Record<string, string>> = {
  dedicated_host_id: 'ecs.g6.large',
  hpc_cluster_id: 'ecs.sccg5.24xlarge',
  credit_specification: 'ecs.t5-lc1m1.small',
  network_interfaces: 'ecs.g6.large',
};

/** Of several instances that are made alike one alone can have an address; few are in a deployment set (7 in a zone). */
const forOne: ReadonlySet<string> = new Set(['deployment_set_id', 'network_interfaces']);

const wellKnownNeeds = ({ name }: Argument, others: readonly Argument[]): Need[] => {
  const need = (of: string, value: string | undefined): Need[] => {
    const argument = others.find((one) => one.name === of);
    return value === undefined || argument === undefined ? [] : [{ argument, value }];
  };
  return [
    ...need('instance_type', fittingTypes[name]),
    ...need('amount', forOne.has(name) ? '1' : undefined),
  ];
};
