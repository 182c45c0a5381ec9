/** One thing has a name on the page of a data source, and often a longer or shorter one on that of its resource. */
import type { Argument, PageSpec } from '../../docs-parser/index.ts';
import type { GivenBlock } from '../scenario.ts';
import { newerThan } from './newer-argument.ts';
import { targetTypes } from './reference-names.ts';
import { providerOf } from './values.ts';

interface Called {
  /** Page of the resource. */
  readonly page: PageSpec;
  /** Its block. */
  readonly address: string;
  /** Where the block stands. */
  readonly found?: { readonly given: readonly GivenBlock[] };
}

/**
 * The argument of the resource that sets what the data source calls so; of a deprecated one, the newer; and where the
 * example has set that by a name which its page does not list, by that name.
 */
export const argumentCalled = (name: string, { page, address, found }: Called): Argument | undefined => {
  const words = (address.split('.')[0] ?? '').split('_').slice(1);
  const nouns = words.map((_, at) => words.slice(at).join('_'));
  const names = [
    name,
    ...nouns.map((noun) => `${noun}_${name}`),
    ...nouns.map((noun) => name.replace(`${noun}_`, '')),
    // The rules of a security group take a `group_id`, each of them has a `security_group_id`.
    ...words.map((_, at) => `${words.slice(0, at).join('_')}_${name}`),
  ];
  const top = page.arguments.filter(({ path, flags }) => path.length === 1 && flags.removed === null);
  const [target] = targetTypes(name, providerOf(page.name));
  // "ram_role_name" and "role_name" are about one thing.
  const isAboutIt = (one: string): boolean =>
    target !== undefined && targetTypes(one, providerOf(page.name))[0] === target;
  const named =
    names.flatMap((one) => top.find((argument) => argument.name === one) ?? []).at(0) ??
    top.find((one) => isAboutIt(one.name));
  if (named === undefined) return undefined;
  const newer = newerThan(named, top) ?? named;
  const own = found?.given.find((block) => block.address === address)?.arguments ?? {};
  if (newer.name in own || named.name in own) return newer;
  const set = Object.keys(own).find(
    (one) => (names.includes(one) || isAboutIt(one)) && top.every((argument) => argument.name !== one),
  );
  return set === undefined ? newer : { ...newer, name: set, path: [set] };
};
