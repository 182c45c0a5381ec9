/** One thing has a name on the page of a data source, and often a longer or shorter one on that of its resource. */
import type { Argument, PageSpec } from '../../docs-parser/index.ts';
import { newerThan } from './newer-argument.ts';
import { targetTypes } from './reference-names.ts';
import { providerOf } from './values.ts';

/** The argument of the resource that sets what the data source calls so; of a deprecated one, the newer. */
export const argumentCalled = (
  name: string,
  { page, address }: { readonly page: PageSpec; readonly address: string },
): Argument | undefined => {
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
  const named =
    names.flatMap((one) => top.find((argument) => argument.name === one) ?? []).at(0) ??
    // "ram_role_name" and "role_name" are about one thing.
    top.find((one) => target !== undefined && targetTypes(one.name, providerOf(page.name))[0] === target);
  return named && (newerThan(named, top) ?? named);
};
