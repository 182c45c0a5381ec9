import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { DeclaredAccount } from '../identity.ts';
import { accountIdOfKey } from '../state/ids.ts';
import { seedSchema } from './seed-schema.ts';
import type { Seed } from './seed-schema.ts';

/** A seed file that cannot be used. Its message says where, line by line. */
export class SeedFileError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SeedFileError';
  }
}

/**
 * Reads a seed file: accounts with keys and quotas, VPCs, images, instances.
 * @param source YAML
 * @param file for messages
 * @throws SeedFileError with "file:line:column what is wrong", one line for each mistake
 */
export const readSeed = (source: string, file: string): Seed => {
  const lineCounter = new LineCounter();
  const document = parseDocument(source, { lineCounter, prettyErrors: false });
  const at = (offset: number): string => {
    const { line, col } = lineCounter.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  if (document.errors.length > 0) {
    throw new SeedFileError(document.errors.map(({ pos, message }) => `${at(pos[0])} ${message}`).join('\n'));
  }
  const value: unknown = toPlain(document, file);
  const result = seedSchema.safeParse(value ?? {});
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) => {
    const where = path.length === 0 ? '' : `${path.map(String).join('.')}: `;
    return `${at(offsetOf(document, path))} ${where}${message}`;
  });
  throw new SeedFileError(lines.join('\n'));
};

/** Aliases are resolved here; a file in which they multiply without end is refused. */
const toPlain = (document: Document, file: string): unknown => {
  try {
    return document.toJS({ maxAliasCount: 100 }) as unknown;
  } catch (error) {
    throw new SeedFileError(`${file}:1:1 ${error instanceof Error ? error.message : String(error)}`);
  }
};

/** Where the value at a path is, or the nearest one around it that is there. */
const offsetOf = (document: Document, path: readonly PropertyKey[]): number => {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
};

/** The account id that a seed's account has: its own, or the one that its first key stands for. */
export const accountIdOf = ({ id, keys }: Seed['accounts'][number]): string =>
  id ?? accountIdOfKey(keys[0]?.id ?? '');

/** The accounts of a seed, one entry for each key. */
export const declaredAccounts = ({ accounts }: Seed): DeclaredAccount[] =>
  accounts.flatMap((account) =>
    account.keys.map(({ id, secret }) => ({
      id: accountIdOf(account),
      accessKeyId: id,
      ...(secret === undefined ? {} : { accessKeySecret: secret }),
    })),
  );
