import type { Argument, PageSpec } from '../../../docs-parser/index.ts';
import type { GivenBlock, Value } from '../../scenario.ts';
import { step } from '../draft.ts';
import type { Draft } from '../draft.ts';
import type { Subject } from '../example.ts';
import { secondValue } from '../second-value.ts';

/** What the Argument Reference promises of each argument. */
export const argumentPromises = (page: PageSpec, subject: Subject): Draft[] =>
  page.arguments.flatMap((argument) => promisesOf(argument, page, subject));

const promisesOf = (argument: Argument, page: PageSpec, subject: Subject): Draft[] => {
  const { flags, path } = argument;
  const of = draftsOf(argument);
  if (flags.removed !== null) return [of.notChecked('the page says that it was removed')];
  if (asksForDryRun(argument))
    return [of.notChecked('a dry run makes nothing, so that nothing can be read back')];
  if (path.length > 1) return [nestedReadBack(argument, subject)];
  const chosen = chosenValue(argument, subject);
  const drafts = [
    chosen === null
      ? of.notChecked('the example does not set it, and the page states no value to try')
      : readBack(argument, subject, chosen, page),
  ];
  if (flags.required && !flags.optional) drafts.push(requiredPromise(argument, subject));
  if (flags.optional && !flags.required && argument.name in subject.arguments) {
    drafts.push(optionalPromise(argument, subject));
  }
  if (
    argument.constraints.default !== null &&
    !(argument.name in subject.arguments) &&
    page.kind === 'resource'
  ) {
    drafts.push(defaultPromise(argument, argument.constraints.default.value, subject));
  }
  if (page.kind === 'resource' && chosen !== null) drafts.push(changePromise(argument, subject, chosen));
  return drafts;
};

/** Whether the argument has the request only checked: what it is called wherever there is one, or its text says so. */
const asksForDryRun = ({ name, text }: Argument): boolean =>
  name === 'dry_run' || /\b(?:dry[- ]run|pre-?check)\b.{0,20}\brequest\b/i.test(text);

/** Drafts of one argument share id and position. */
const draftsOf = (argument: Argument) => {
  const id = `argument/${argument.path.join('.')}`;
  return {
    notChecked: (notChecked: string): Draft => ({
      id: `${id}/read-back`,
      kind: 'read-back',
      title: `\`${argument.path.join('.')}\` is accepted and read back`,
      position: argument.position,
      notChecked,
    }),
  };
};

/** The example's value, or one that the text states. */
const chosenValue = ({ name, constraints }: Argument, subject: Subject): Value | null => {
  const given = subject.arguments[name];
  if (given !== undefined) return given;
  const stated = constraints.validValues?.values.find((value) => value !== constraints.default?.value);
  return stated ?? constraints.default?.value ?? constraints.range?.min ?? null;
};

/** The subject with one argument set, those that conflict with it left out. */
const withArgument = (argument: Argument, subject: Subject, value: Value): GivenBlock => {
  const conflicting = new Set(argument.constraints.conflictsWith?.arguments);
  const others = Object.entries(subject.arguments).filter(([name]) => !conflicting.has(name));
  return { address: subject.address, arguments: { ...Object.fromEntries(others), [argument.name]: value } };
};

const readBack = (argument: Argument, subject: Subject, value: Value, page: PageSpec): Draft => ({
  id: `argument/${argument.name}/read-back`,
  kind: 'read-back',
  title:
    page.kind === 'resource'
      ? `\`${argument.name}\` is accepted and read back`
      : `\`${argument.name}\` is accepted as a filter`,
  position: argument.position,
  given: subject.given,
  steps:
    argument.flags.sensitive || page.kind === 'data-source'
      ? [step({ create: withArgument(argument, subject, value) })]
      : [
          step(
            { create: withArgument(argument, subject, value) },
            { attribute: argument.name, of: subject.address, equals: value },
          ),
        ],
});

/** Nested arguments are looked at where the example sets them: in the first entry of each list. */
const nestedReadBack = (argument: Argument, subject: Subject): Draft => {
  const of = draftsOf(argument);
  let value: Value | undefined = subject.arguments[argument.path[0] ?? ''];
  const keys: string[] = [argument.path[0] ?? ''];
  for (const key of argument.path.slice(1)) {
    if (Array.isArray(value)) {
      value = value[0];
      keys.push('0');
    }
    value = typeof value === 'object' && value !== null && !Array.isArray(value) ? value[key] : undefined;
    keys.push(key);
  }
  if (value === undefined) return of.notChecked('the example does not set it');
  const { address, given, arguments: values } = subject;
  return {
    id: `argument/${argument.path.join('.')}/read-back`,
    kind: 'read-back',
    title: `\`${argument.path.join('.')}\` is accepted and read back`,
    position: argument.position,
    given,
    steps: [
      step(
        { create: { address, arguments: values } },
        { attribute: keys.join('.'), of: address, equals: value },
      ),
    ],
  };
};

const without = (subject: Subject, name: string): GivenBlock => ({
  address: subject.address,
  arguments: Object.fromEntries(Object.entries(subject.arguments).filter(([key]) => key !== name)),
});

const requiredPromise = ({ name, position }: Argument, subject: Subject): Draft => ({
  id: `argument/${name}/required`,
  kind: 'required',
  title: `without \`${name}\`, which is Required, it is refused`,
  position,
  given: subject.given,
  steps: [step({ create: without(subject, name) }, { refused: ['missing-argument'] })],
});

const optionalPromise = ({ name, position }: Argument, subject: Subject): Draft => ({
  id: `argument/${name}/optional`,
  kind: 'optional',
  title: `\`${name}\`, which is Optional, may be left out`,
  position,
  given: subject.given,
  steps: [step({ create: without(subject, name) }, { succeeds: true })],
});

const defaultPromise = ({ name, position }: Argument, value: string, subject: Subject): Draft => ({
  id: `argument/${name}/default`,
  kind: 'default',
  title: `\`${name}\` is ${value} where nothing is given`,
  position,
  given: subject.given,
  steps: [
    step(
      { create: { address: subject.address, arguments: subject.arguments } },
      { attribute: name, of: subject.address, equals: typedDefault(value) },
    ),
  ],
});

const typedDefault = (value: string): Value =>
  /^true$/i.test(value)
    ? true
    : /^false$/i.test(value)
      ? false
      : /^-?\d+(\.\d+)?$/.test(value)
        ? Number(value)
        : value;

/** A ForceNew argument is replaced when it changes, any other is updated in place. */
const changePromise = (argument: Argument, subject: Subject, value: Value): Draft => {
  const { name, flags, constraints, position } = argument;
  const isForceNew = flags.forceNew;
  const base = {
    id: `argument/${name}/${isForceNew ? 'force-new' : 'update'}`,
    kind: isForceNew ? ('force-new' as const) : ('update' as const),
    title: isForceNew
      ? `a change of \`${name}\`, which is ForceNew, makes a new resource and removes the old one`
      : `a change of \`${name}\` is made in place`,
    position,
  };
  const second = secondValue(value, constraints, subject);
  if (second === null) return { ...base, notChecked: 'no second valid value can be told from the page' };
  const { address } = subject;
  return {
    ...base,
    given: [...subject.given, ...second.given],
    steps: [
      step({ create: withArgument(argument, subject, value) }),
      step(
        { update: { address, arguments: { [name]: second.value } } },
        isForceNew ? { replaced: address } : { updatedInPlace: address },
        ...(flags.sensitive ? [] : [{ attribute: name, of: address, equals: second.value }]),
      ),
    ],
  };
};
