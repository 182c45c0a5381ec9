import type { Argument, Attribute, PageSpec, Position } from '../../../docs-parser/index.ts';
import { chosenValue } from '../chosen-value.ts';
import type { Companions } from '../companions.ts';
import type { Step } from '../../scenario.ts';
import { step } from '../draft.ts';
import type { Draft } from '../draft.ts';
import { blockOf } from '../example.ts';
import type { Subject } from '../example.ts';
import { argumentCalled } from '../argument-called.ts';
import { withSet } from '../furnished.ts';
import type { Listed } from '../furnished.ts';
import { endedLink, linkOf, stepsThatEnd, withLink } from '../linked.ts';

/** Creating with what the page says is required, the attributes that follow, and deleting. */
export const lifecyclePromises = (page: PageSpec, subject: Subject, companions: Companions): Draft[] => [
  createPromise(page, subject, companions),
  ...page.attributes.map((attribute) => attributePromise(attribute, subject)),
  ...deletePromises(page, subject),
];

/** Where the page says which arguments are required: at the first of them, else at the heading. */
const requiredPlace = (page: PageSpec): Position =>
  page.arguments.find(({ flags }) => flags.required)?.position ??
  page.arguments[0]?.position ??
  page.position;

const isRequired = ({ path, flags }: Argument): boolean =>
  path.length === 1 && flags.required && !flags.optional;

/** It can be made, or asked for, with what is Required alone. */
export const createPromise = (page: PageSpec, subject: Subject, companions: Companions): Draft => {
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
  const values = required.map(
    (argument) => [argument.name, chosenValue(argument, subject, companions)] as const,
  );
  const unknown = values.find(([, value]) => value === null);
  if (unknown !== undefined) {
    return {
      ...base,
      notChecked: `the example does not set ${unknown[0]}, and the page states no value to try`,
    };
  }
  const known = values.flatMap(([name, chosen]) => (chosen === null ? [] : [[name, chosen] as const]));
  const block = blockOf(subject, Object.fromEntries(known.map(([name, { value }]) => [name, value])));
  return {
    ...base,
    given: [...subject.given, ...known.flatMap(([, { given }]) => given)],
    steps: [step({ create: block }, { succeeds: true }, { exists: subject.address })],
  };
};

const attributePromise = (
  { path, position }: Attribute,
  subject: Subject,
  before: readonly Step[] = [],
): Draft => ({
  id: `attribute/${path.join('.')}`,
  kind: 'attribute',
  title: `the attribute \`${path.join('.')}\` is there`,
  position,
  given: subject.given,
  // Nested attributes are those of the first entry of a list.
  steps: [
    ...before,
    step({ create: blockOf(subject) }, { attribute: path.join('.0.'), of: subject.address, present: true }),
  ],
});

/**
 * The attributes of a data source, of what is there. What its resource sets by an argument is set before it is looked
 * at; what comes of a link to something else is looked at where there is one, or was one.
 * @param found the data source, asked for something that is there
 */
export const listedAttributes = (
  page: PageSpec,
  found: Subject,
  listed: Listed | null,
  companions: Companions,
): Draft[] =>
  page.attributes.map((attribute) => {
    if (listed === null) return attributePromise(attribute, found);
    const [, name, ...inner] = attribute.path;
    const argument = name === undefined ? undefined : argumentCalled(name, listed);
    const set = argument === undefined ? null : withSet(argument, listed, companions, inner);
    if (set !== null) return attributePromise(attribute, set.found);
    const link = linkOf(attribute, listed, companions);
    if (link === null) return attributePromise(attribute, found);
    return link.isEnded
      ? attributePromise(attribute, endedLink(found, link), stepsThatEnd(link))
      : attributePromise(attribute, withLink(found, link));
  });

const deletePromises = (page: PageSpec, subject: Subject): Draft[] => {
  const { address, given } = subject;
  const create = step({ create: blockOf(subject) });
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
