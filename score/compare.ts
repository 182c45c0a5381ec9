import type { Argument, Attribute, PageSpec } from '../docs-parser/index.ts';
import type { Member, Members } from './provider-schema.ts';

/** What page and schema can say differently about one name. */
export type DisagreementKind =
  'argument-extra' | 'argument-missing' | 'required' | 'nesting' | 'type' | 'attribute-missing';

export interface Disagreement {
  readonly kind: DisagreementKind;
  readonly path: string;
  /** Line of the page; null where the page does not name it. */
  readonly line: number | null;
  /** What each side says, in words. */
  readonly detail: string;
}

/** A share: how many of how many. */
export interface Share {
  right: number;
  of: number;
}

export const measures = ['precision', 'recall', 'required', 'nesting', 'type', 'attributes'] as const;

export type Measure = (typeof measures)[number];

export type Shares = Readonly<Record<Measure, Share>>;

export interface PageScore {
  readonly file: string;
  readonly name: string;
  readonly kind: PageSpec['kind'];
  readonly shares: Shares;
  /** By depth, 1 for the outermost names: precision and recall of arguments, recall of attributes. */
  readonly depths: ReadonlyMap<number, Shares>;
  readonly disagreements: readonly Disagreement[];
  /** Paths of the schema of which a name stands nowhere on the page outside its examples: nobody could read them. */
  readonly unnamed: readonly string[];
}

/** Which share a disagreement lowers. */
export const measureOf = {
  'argument-extra': 'precision',
  'argument-missing': 'recall',
  required: 'required',
  nesting: 'nesting',
  type: 'type',
  'attribute-missing': 'attributes',
} as const satisfies Record<DisagreementKind, Measure>;

export const noShares = (): Shares => ({
  precision: { right: 0, of: 0 },
  recall: { right: 0, of: 0 },
  required: { right: 0, of: 0 },
  nesting: { right: 0, of: 0 },
  type: { right: 0, of: 0 },
  attributes: { right: 0, of: 0 },
});

/**
 * Compares what was read from a page with what the provider's schema states.
 * @param source the page's Markdown: what it does not name outside its examples cannot be read from it
 */
export const comparePage = (page: PageSpec, source: string, members: Members): PageScore => {
  const comparison = new Comparison(page, source, members);
  comparison.compareArguments();
  comparison.findMissing();
  return comparison;
};

/** Type words of pages, as the schema writes them. */
const typeWords: Readonly<Record<string, string>> = {
  string: 'string',
  jsonstring: 'string',
  int: 'number',
  integer: 'number',
  long: 'number',
  float: 'number',
  number: 'number',
  bool: 'bool',
  boolean: 'bool',
  list: 'list',
  set: 'set',
  map: 'map',
  mapstring: 'map',
  object: 'object',
};

class Comparison implements PageScore {
  readonly file: string;
  readonly name: string;
  readonly kind: PageSpec['kind'];
  readonly shares = noShares();
  readonly depths = new Map<number, Shares>();
  readonly disagreements: Disagreement[] = [];
  readonly unnamed: string[] = [];
  readonly #page: PageSpec;
  readonly #members: Members;
  readonly #names: ReadonlySet<string>;
  readonly #readAs: ReadonlyMap<string, Argument | Attribute>;

  constructor(page: PageSpec, source: string, members: Members) {
    this.file = page.file;
    this.name = page.name;
    this.kind = page.kind;
    this.#page = page;
    this.#members = members;
    this.#names = namesOutsideExamples(source);
    this.#readAs = new Map([...page.attributes, ...page.arguments].map((one) => [one.path.join('.'), one]));
  }

  compareArguments(): void {
    for (const argument of this.#page.arguments) {
      const path = argument.path.join('.');
      const member = this.#members.get(path);
      // A page may describe the keys of a map; the schema knows of none.
      const parent = this.#members.get(argument.path.slice(0, -1).join('.'));
      if (parent?.type === 'map' && !parent.isBlock) continue;
      const isRight = member?.isSettable === true;
      this.#count('precision', isRight, argument.path.length);
      if (!isRight)
        this.#disagree('argument-extra', path, argument.position.line, this.#whatItIs(path, member));
      else this.#compareFacts(argument, path, member);
    }
  }

  #compareFacts({ flags, position }: Argument, path: string, member: Member): void {
    if (flags.required !== flags.optional) {
      const isRight = flags.required === member.isRequired;
      this.#count('required', isRight);
      if (!isRight)
        this.#disagree(
          'required',
          path,
          position.line,
          `the schema says ${member.isRequired ? 'Required' : 'Optional'}`,
        );
    }
    const hasNested = this.#page.arguments.some(
      (other) => other.path.length > path.split('.').length && other.path.join('.').startsWith(`${path}.`),
    );
    if ((hasNested || member.isBlock) && member.type !== 'map') {
      this.#count('nesting', hasNested === member.isBlock);
      if (hasNested !== member.isBlock)
        this.#disagree(
          'nesting',
          path,
          position.line,
          member.isBlock ? 'is a block in the schema' : 'has no names of its own in the schema',
        );
    }
    const written = flags.type === null ? undefined : typeWords[flags.type.toLowerCase()];
    if (written === undefined) return;
    const isSame = written === member.type || (written === 'map' && member.type === 'object');
    this.#count('type', isSame);
    if (!isSame)
      this.#disagree(
        'type',
        path,
        position.line,
        `the schema says ${member.type}, the page ${flags.type ?? ''}`,
      );
  }

  /** What the schema has and the page was not read to have. */
  findMissing(): void {
    for (const [path, member] of this.#members) {
      if (path === 'id') continue;
      const depth = path.split('.').length;
      const read = this.#readAs.get(path);
      const isArgument = member.isSettable;
      const isFound = isArgument
        ? this.#page.arguments.some((one) => one.path.join('.') === path)
        : read !== undefined;
      const measure = isArgument ? 'recall' : 'attributes';
      if (!isFound && !path.split('.').every((name) => this.#names.has(name))) this.unnamed.push(path);
      else {
        this.#count(measure, isFound, depth);
        if (!isFound)
          this.#disagree(
            isArgument ? 'argument-missing' : 'attribute-missing',
            path,
            read?.position.line ?? null,
            this.#whereItWasRead(path),
          );
      }
    }
  }

  #whatItIs(path: string, member: Member | undefined): string {
    if (member !== undefined) return 'is computed in the schema';
    const leaf = path.split('.').at(-1) ?? '';
    const others = [...this.#members.keys()].filter((other) => other.split('.').at(-1) === leaf);
    return others.length === 0 ? 'is not in the schema' : `the schema has ${others.join(', ')}`;
  }

  #whereItWasRead(path: string): string {
    const leaf = path.split('.').at(-1) ?? '';
    const found = [...this.#readAs.values()].filter(({ name }) => name === leaf);
    if (found.length === 0) return 'the page names it, and it was not read';
    return `read as ${found.map((one) => `${one.path.join('.')} (line ${one.position.line})`).join(', ')}`;
  }

  #count(measure: Measure, isRight: boolean, depth?: number): void {
    const all = [this.shares];
    if (depth !== undefined) {
      const shares = this.depths.get(depth) ?? noShares();
      this.depths.set(depth, shares);
      all.push(shares);
    }
    for (const shares of all) {
      shares[measure].of += 1;
      if (isRight) shares[measure].right += 1;
    }
  }

  #disagree(kind: DisagreementKind, path: string, line: number | null, detail: string): void {
    this.disagreements.push({ kind, path, line, detail });
  }
}

/**
 * The names that the page uses outside fenced code: what stands in ticks, and the first word of a list's line. A word
 * in running text is no name ("a list of families").
 */
const namesOutsideExamples = (source: string): ReadonlySet<string> => {
  const prose = source.replace(/^[ \t]*```[^\n]*\n[\s\S]*?^[ \t]*```/gm, '').replaceAll('\\_', '_');
  return new Set(
    [...prose.matchAll(/`\s*([A-Za-z]\w*)\s*`|^[ \t]*(?:[-*+●•][ \t]*)([a-z]\w*)/gm)].map(
      (match) => match[1] ?? match[2] ?? '',
    ),
  );
};
