/** What Terraform was seen to do with a page's example, as a surface. */
import type { Observation, ObservedMember } from '../../scenarios/observe/observation.ts';
import type { Entry, Place, Surface } from '../surface.ts';
import { bareEntry } from '../surface.ts';

/** The kinds of drift that such a surface can show. */
export const observableKinds: readonly string[] = [
  ...['undocumented', 'documented-only', 'required-optional', 'force-new', 'computed', 'deprecated'],
  ...['default', 'attribute-missing'],
];

/** @param page what is compared with it: of members that nothing was seen of it says no more than the page */
export const observationSurface = (observation: Observation, page: Surface): Surface => {
  const place: Place = {
    file: '',
    position: null,
    quote: `terraform plan of ${observation.address}${observation.applied ? ', as it stands' : ''}`,
  };
  const known = observation.members.filter(
    ({ name, settable }) => settable !== null || page.entries.has(name),
  );
  return {
    name: page.name,
    kind: page.kind,
    source: "Terraform's plan",
    place,
    isPage: false,
    isObserved: true,
    covers: { nested: false, attributes: true },
    deprecated: undefined,
    entries: new Map(known.map((member) => [member.name, entryOf(member, place)])),
    timeouts: undefined,
    id: undefined,
    import: undefined,
  };
};

const entryOf = (member: ObservedMember, whole: Place): Entry => {
  const { name, settable, forceNew, computed, deprecated } = member;
  const words = [forceNew?.seen, computed?.seen, deprecated].filter((text) => typeof text === 'string');
  const otherwise =
    settable === false ? `${name}: a configuration cannot set it` : `${name} in ${whole.quote}`;
  const place = { ...whole, quote: words.length === 0 ? otherwise : words.join('\n') };
  // What the provider plans where nothing is given is a text for a page, whatever its type.
  const standard = member.default;
  return {
    ...bareEntry([name], place),
    settable: settable ?? undefined,
    required: settable === false || member.isLeftOut ? false : undefined,
    computed: settable === false ? true : computed?.value,
    forceNew: forceNew?.value,
    deprecated: deprecated === null ? undefined : true,
    default:
      standard === null || typeof standard.value === 'object'
        ? undefined
        : { value: String(standard.value), place: { ...whole, quote: standard.seen } },
  };
};
