/** Arguments that share one description of a block; dcdn_er has 36 of them. More would multiply the work. */
const mostLinking = 50;

/** The same for arguments of different blocks; real pages have two at most. */
const mostElsewhere = 8;

/** Blocks in blocks that a link may lead to; real pages have six. A page whose links go in circles has no end of them. */
const deepestLinking = 12;

/** Names of a section that are known so far, and what points at a heading further down. */
export class BlockNames {
  readonly #known = new Set<string>();
  /** The outermost block of each name, without underscores and capitals. */
  readonly #byName = new Map<string, readonly string[]>();
  readonly #anchors = new Map<string, Map<string, readonly string[]>>();

  /** @param anchors headings that the name's text links to @param text its text, which may say "see Block X" */
  add(path: readonly string[], anchors: readonly string[], text: string): void {
    const name = bareName(path.at(-1) ?? '');
    this.#known.add(path.join('.'));
    if (path.length < (this.#byName.get(name)?.length ?? Infinity)) this.#byName.set(name, path);
    for (const anchor of [...anchors, ...mentionedHeadings(text)]) {
      const linking = this.#anchors.get(anchor) ?? new Map<string, readonly string[]>();
      this.#anchors.set(anchor, linking);
      if (linking.size < mostLinking && path.length <= deepestLinking) linking.set(path.join('.'), path);
    }
  }

  /**
   * Paths of the blocks that a heading opens: "`a-b-c`", "Block x", "X Resources", or any that a text links to.
   * Empty where it opens none.
   */
  ofHeading(text: string): readonly (readonly string[])[] {
    const title = text.trim();
    const ticked = /^`([a-z][\w.-]*)`$/i.exec(title)?.[1]?.split(/[-.]/);
    const found = this.#anchors.get(slug(title)) ?? this.#anchors.get(slug(title).replace(/s$/, ''));
    const linked = found === undefined ? undefined : [...found.values()];
    if (ticked !== undefined && this.#known.has(ticked[0] ?? '')) {
      // Arguments of one block can share the description of one of them ("`production` … See [`staging`](#staging)").
      const block = ticked.slice(0, -1).join('.');
      const beside = linked?.filter((path) => path.slice(0, -1).join('.') === block) ?? [];
      return beside.some((path) => path.at(-1) === ticked.at(-1)) ? beside : [ticked];
    }
    if (linked !== undefined) return linked.slice(0, mostElsewhere);
    if (ticked !== undefined) return [this.#pathOf(ticked.at(-1) ?? '') ?? ticked];
    const named =
      /^(?:the\s+)?block\s+`?([a-z]\w*)`?$/i.exec(title)?.[1] ??
      /^`?([a-z][\w ]{0,60}?)`?(?:\s+(?:block|resources?|configuration|mapping|arguments?(?: reference)?))?$/i.exec(
        title,
      )?.[1];
    const known = named === undefined ? undefined : this.#pathOf(named);
    if (known !== undefined) return [known];
    if (named !== undefined && /^(?:the\s+)?block\b/i.test(title)) return [[named]];
    const only = nameInTitle(title);
    return only !== undefined && this.#known.has(only) ? [[only]] : [];
  }

  /**
   * Paths of the blocks that a paragraph opens: "The `x` block supports the following:", "`x` and `y` support …".
   * Undefined where it opens none, as "The following arguments are supported:".
   */
  ofParagraph(text: string): readonly (readonly string[])[] | undefined {
    const opening = /^([^.\n]{1,120}?)\b(?:supports?|contains?)\b/i.exec(text.trim())?.[1];
    if (opening === undefined) return undefined;
    const ticked = [...opening.matchAll(/`([a-z]\w*)`/gi)].map((match) => match[1] ?? '');
    const bare = /^\W*(?:the|an?|each)\s+([a-z]\w*)(?:\s+(?:block|mapping|object|configuration))?\s*$/i.exec(
      opening,
    )?.[1];
    const names = ticked.length > 0 ? ticked : bare === undefined || bare === 'following' ? [] : [bare];
    return names.length === 0 ? undefined : names.map((name) => this.#pathOf(name) ?? [name]);
  }

  /** "EgressRules" means egress_rules. */
  #pathOf(name: string): readonly string[] | undefined {
    const bare = bareName(name);
    // "Block filter" describes one of the `filters`.
    return this.#byName.get(bare) ?? this.#byName.get(`${bare}s`);
  }
}

/** "Supported `x`", "The `x` argument": the one name that a title has beside its words. */
export const nameInTitle = (title: string): string | undefined => {
  const [only, second] = [...title.matchAll(/`([a-z]\w*)`/gi)];
  return second === undefined ? only?.[1] : undefined;
};

/** "see `Block egress`", "as `Entry Block` follows": the anchors of such headings. */
const mentionedHeadings = (text: string): string[] => (/\bblock\b/i.test(text) ? headingsNamedIn(text) : []);

const headingsNamedIn = (text: string): string[] => [
  ...[...text.matchAll(/\bblock\s+`?([a-z]\w*)`?/gi)].map(
    (match) => `block-${match[1]?.toLowerCase() ?? ''}`,
  ),
  ...[...text.matchAll(/`([a-z]\w*) block`/gi)].map((match) => `${match[1]?.toLowerCase() ?? ''}-block`),
];

const bareName = (name: string): string => name.replace(/[_ ]/g, '').toLowerCase();

/** As GitHub makes the anchor of a heading. */
const slug = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/\s+/g, '-');
