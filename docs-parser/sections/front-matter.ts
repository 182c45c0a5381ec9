import type { Root, Yaml } from 'mdast';
import { parse as parseYaml } from 'yaml';
import * as z from 'zod';
import type { Finding } from '../page-spec.ts';
import { placeOf } from '../place.ts';
import { finding } from '../rules.ts';
import { readFlatYaml } from '../text/flat-yaml.ts';

const frontMatterSchema = z.object({
  subcategory: z.string().nullish(),
  page_title: z.string().nullish(),
  sidebar_current: z.string().nullish(),
  description: z.string().nullish(),
});

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
export const readFrontMatter = (root: Root): { frontMatter: FrontMatter; findings: Finding[] } => {
  const node = root.children.find((child): child is Yaml => child.type === 'yaml');
  if (node === undefined) {
    return {
      frontMatter: none,
      findings: [finding('front-matter-missing', placeOf(null))],
    };
  }
  try {
    const read = frontMatterSchema.parse(
      readFlatYaml(node.value) ?? parseYaml(node.value, { logLevel: 'error' }) ?? {},
    );
    return {
      frontMatter: {
        subcategory: read.subcategory ?? null,
        pageTitle: read.page_title ?? null,
        sidebar: read.sidebar_current ?? null,
        summary: read.description?.trim() ?? null,
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
