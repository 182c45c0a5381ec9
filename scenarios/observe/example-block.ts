import { addressOf } from '../../docs-parser/index.ts';
import type { Block, PageSpec } from '../../docs-parser/index.ts';
import { readExamples, subjectOf } from '../derive/example.ts';
import { providerOf, UnresolvableError, valueOf } from '../derive/values.ts';
import type { ExampleNames } from '../derive/values.ts';
import type { GivenBlock, Value } from '../scenario.ts';

/** The page's own block, as its example writes it. */
export interface ExampleBlockToPlan {
  readonly block: GivenBlock;
  /** What it needs; null where the example cannot be carried out, and can only be planned. */
  readonly given: readonly GivenBlock[] | null;
}

/** Stands for whatever is not known before something is made. A plan does not ask whether it is there. */
const placeholder = 'alimock-placeholder';

/**
 * The block that is to be observed. An example that refers to something that it does not declare can be
 * planned all the same: what it refers to is replaced by a placeholder.
 * @returns null where no example has a block of the page's type
 */
export const exampleBlockOf = (page: PageSpec): ExampleBlockToPlan | null => {
  const subject = subjectOf(page, readExamples(page));
  if (typeof subject !== 'string') {
    return {
      block: { address: subject.address, arguments: subject.arguments },
      given: subject.given,
    };
  }
  for (const { graph } of page.examples) {
    const own = graph?.blocks.find(({ kind, type }) => kind === 'resource' && type === page.name);
    if (graph === null || own === undefined) continue;
    const names = { graph, provider: providerOf(page.name) };
    return { block: { address: addressOf(own), arguments: readable(own, names) }, given: null };
  }
  return null;
};

const readable = (block: Block, names: ExampleNames): GivenBlock['arguments'] =>
  Object.fromEntries(
    block.arguments
      .filter(({ name }) => name !== 'timeouts')
      .map(({ name, value }) => [name, orPlaceholder(() => valueOf(value, names))]),
  );

const orPlaceholder = (read: () => Value): Value => {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnresolvableError) return placeholder;
    throw error;
  }
};

/** Is the value nothing but a placeholder, alone or in a list? */
export const isPlaceholder = (value: Value): boolean =>
  Array.isArray(value) ? value.some(isPlaceholder) : typeof value === 'string' && value.includes(placeholder);

/** The value with a placeholder for each `${…}`. */
export const withPlaceholders = (value: Value): Value => {
  if (typeof value === 'string') return value.replaceAll(/\$\{[^{}]*\}/g, placeholder);
  if (Array.isArray(value)) return value.map(withPlaceholders);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withPlaceholders(item)]));
};
