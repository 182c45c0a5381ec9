import type { Root, Yaml } from 'mdast';
import type { Finding } from '../page-spec.ts';
import { placeOf } from '../place.ts';
import { finding } from '../rules.ts';
import { readFlatYaml } from '../text/flat-yaml.ts';

export interface FrontMatter {
  readonly subcategory: string | null;
  readonly pageTitle: string | null;
  readonly sidebar: string | null;
  readonly summary: string | null;
}

const none: FrontMatter = {
  subcategory: null,
  pageTitle: null,
  sidebar: null,
  summary: null,
};

/** The page's front matter. */
export const readFrontMatter = async (
  root: Root,
): Promise<{ frontMatter: FrontMatter; findings: Finding[] }> => {
  const node = root.children.find((child): child is Yaml => child.type === 'yaml');
  if (node === undefined) {
    return {
      frontMatter: none,
      findings: [finding('front-matter-missing', placeOf(null))],
    };
  }
  try {
    const read = readFlatYaml(node.value) ?? (await readYaml(node.value));
    return {
      frontMatter: {
        subcategory: textAt(read, 'subcategory'),
        pageTitle: textAt(read, 'page_title'),
        sidebar: textAt(read, 'sidebar_current'),
        summary: textAt(read, 'description')?.trim() ?? null,
      },
      findings: [],
    };
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return {
      frontMatter: none,
      findings: [
        finding('front-matter-unreadable', placeOf(node), `The front matter is no valid YAML: ${why}`),
      ],
    };
  }
};

/** Hardly a page needs all of YAML: the reader of it is loaded by the first that does. */
const readYaml = async (text: string): Promise<unknown> => {
  const { parse } = await import('yaml');
  return parse(text, { logLevel: 'error' }) ?? {};
};

/** @throws TypeError where something else than text is there */
const textAt = (read: unknown, name: string): string | null => {
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw new TypeError('it is no list of names with texts.');
  const value: unknown = Object.hasOwn(read, name) ? Reflect.get(read, name) : undefined;
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value;
  throw new TypeError(`${name} is no text.`);
};
