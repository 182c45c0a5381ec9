import type { Argument, PageSpec, Position } from '../../../docs-parser/index.ts';
import type { GivenBlock, Value } from '../../scenario.ts';
import { step } from '../draft.ts';
import type { Draft } from '../draft.ts';
import type { Subject } from '../example.ts';

/**
 * Creating with what the page says is required, the attributes that follow, and deleting.
 * @param found the subject whose attributes are looked at: a data source is asked for what is there
 */
export const lifecyclePromises = (page: PageSpec, subject: Subject, found: Subject): Draft[] => [
  createPromise(page, subject),
  ...attributePromises(page, found),
  ...(page.kind === 'resource' ? deletePromises(page, subject) : []),
];

/** Where the page says which arguments are required: at the first of them, else at the heading. */
const requiredPlace = (page: PageSpec): Position =>
  page.arguments.find(({ flags }) => flags.required)?.position ??
  page.arguments[0]?.position ??
  page.position;

const isRequired = ({ path, flags }: Argument): boolean =>
  path.length === 1 && flags.required && !flags.optional;

const createPromise = (page: PageSpec, subject: Subject): Draft => {
  const base = {
    id: 'create/required-arguments',
    kind: 'create' as const,
    title:
      page.kind === 'resource'
        ? 'it can be created with the Required arguments alone'
        : 'it can be queried with the Required arguments alone',
    position: requiredPlace(page),
  };
  const required = page.arguments.filter(isRequired);
  const values = required.map((argument) => [argument.name, requiredValue(argument, subject)] as const);
  const unknown = values.find(([, value]) => value === null);
  if (unknown !== undefined) {
    return {
      ...base,
      notChecked: `the example does not set ${unknown[0]}, and the page states no value to try`,
    };
  }
  const block: GivenBlock = {
    address: subject.address,
    arguments: Object.fromEntries(values),
  };
  return {
    ...base,
    given: subject.given,
    steps: [step({ create: block }, { succeeds: true }, { exists: subject.address })],
  };
};

const requiredValue = ({ name, constraints }: Argument, subject: Subject): Value =>
  subject.arguments[name] ?? constraints.validValues?.values[0] ?? constraints.range?.min ?? null;

const attributePromises = (page: PageSpec, { address, given, arguments: values }: Subject): Draft[] =>
  page.attributes.map(({ path, position }) => ({
    id: `attribute/${path.join('.')}`,
    kind: 'attribute',
    title: `the attribute \`${path.join('.')}\` is there`,
    position,
    given,
    // Nested attributes are those of the first entry of a list.
    steps: [
      step(
        { create: { address, arguments: values } },
        { attribute: path.join('.0.'), of: address, present: true },
      ),
    ],
  }));

const deletePromises = (page: PageSpec, { address, given, arguments: values }: Subject): Draft[] => {
  const create = step({ create: { address, arguments: values } });
  const position = page.position;
  return [
    {
      id: 'delete/gone',
      kind: 'delete',
      title: 'after it is deleted it is gone',
      position,
      given,
      steps: [create, step({ delete: address }, { succeeds: true }, { gone: address })],
    },
    {
      id: 'delete/again',
      kind: 'delete',
      title: 'deleting it once more is no error',
      position,
      given,
      steps: [
        create,
        step({ delete: address }),
        step({ deleteAgain: address }, { succeeds: true }, { gone: address }),
      ],
    },
  ];
};
