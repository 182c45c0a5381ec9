import type { PageNames } from '../known-names.ts';

/**
 * CDKTF's names back to Terraform's. The bindings camel-case every name (`cidr_block` → `cidrBlock`), and a
 * letter that follows a digit becomes a capital too (`ipv6cidr` and `ipv6_cidr` are both `ipv6Cidr`), so a
 * name with digits can have had underscores in several places. Then the page's own names decide.
 * Source: provider-generator's resource-parser.ts and the library camelcase.
 */
export class TerraformNames {
  readonly #known = new Map<string, string>();
  readonly #page: PageNames;

  constructor(page: PageNames) {
    this.#page = page;
    for (const name of [...page.names, ...(page.type === null ? [] : [page.type])])
      this.#known.set(withoutBreaks(name), name);
  }

  /** `vpcId`, `VpcId`, `vpc_id` → `vpc_id` */
  of(written: string): string {
    const name = snakeCase(unescaped(written));
    return this.#known.get(withoutBreaks(name)) ?? name;
  }

  /** The provider of the page's own type. */
  get provider(): string | undefined {
    return this.#page.type?.split('_')[0];
  }

  /** An argument whose object is a map with keys of the user's own, and no nested block. */
  isMap(argument: string): boolean {
    if (this.#page.blocks.has(argument)) return false;
    return this.#page.maps.has(argument) || mapNames.test(argument);
  }
}

/** What providers call maps; a page says more of its own arguments. */
const mapNames = /(?:^|_)(?:tags|labels|annotations|variables|map)$/;

const withoutBreaks = (name: string): string => name.replaceAll('_', '').toLowerCase();

/** Each capital begins a word: camelcase leaves no two together that are one word. */
export const snakeCase = (name: string): string =>
  name.replaceAll(/(?<=[^_])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

/** Words that the bindings keep for themselves. Source: escapeAttributeName in attribute-model.ts. */
const unescaped = (name: string): string => {
  const own = /^(self|build|node|system|tf_?resource_?type|import_?from|move_?to|software)_?attribute$/i.exec(
    name,
  );
  if (own?.[1] !== undefined) return own[1];
  if (/^equal_?to$/i.test(name)) return 'equals';
  return name.replace(/^(f)etch(?=[A-Z_])/i, (_, first: string) => (first === 'F' ? 'Get' : 'get'));
};
