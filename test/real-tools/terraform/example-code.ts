/** A page's HCL example as Terraform files, fit to run without a registry and against a local address. */
import type { PageSpec } from '../../../docs-parser/index.ts';
import { foreignValue } from '../../../scenarios/derive/foreign-blocks.ts';

export interface ExampleCode {
  /** Line of the page that it begins in. */
  readonly line: number;
  readonly title: string | null;
  /** "main.tf" and what it needs besides, with their text. */
  readonly files: Readonly<Record<string, string>>;
  /** Several configurations of the provider: each needs a process of its own. */
  readonly hasAliases: boolean;
}

/** The page's HCL examples. @param source text of the page */
export const exampleCodes = (page: PageSpec, source: string): ExampleCode[] => {
  const lines = source.split('\n');
  return page.examples.flatMap(({ dialect, graph, position, title }) => {
    if (dialect !== 'hcl' || graph === null) return [];
    const code = lines.slice(position.line - 1, position.endLine).join('\n');
    const provider = page.name.split('_')[0] ?? '';
    const foreign = graph.blocks.filter(
      ({ type, kind }) => kind === 'resource' && !type.startsWith(`${provider}_`),
    );
    let text = code;
    for (const block of foreign) {
      text = withoutBlock(text, block.type, block.name).replace(
        new RegExp(`\\b${block.type}\\.${block.name}\\.(\\w+)`, 'g'),
        (whole, attribute: string) => JSON.stringify(foreignValue(block, attribute) ?? whole),
      );
    }
    const files = { 'main.tf': text, ...settingsFor(text, provider) };
    return [{ line: position.line, title, files, hasAliases: /^\s*alias\s*=/m.test(text) }];
  });
};

/** Takes `resource "type" "name" { … }` out. */
const withoutBlock = (text: string, type: string, name: string): string => {
  const start = new RegExp(`^[ \\t]*resource\\s+"${type}"\\s+"${name}"\\s*\\{`, 'm').exec(text);
  if (start === null) return text;
  let depth = 0;
  for (let at = start.index; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return text.slice(0, start.index) + text.slice(at + 1);
  }
  return text;
};

/** What every provider block needs to reach a local address. */
const local = (provider: string, region: string | null, alias?: string): string =>
  [
    `provider "${provider}" {`,
    ...(alias === undefined ? [] : [`  alias = "${alias}"`]),
    ...(region === null ? [] : [`  region = "${region}"`]),
    '  access_key = "alimock-owner"',
    '  secret_key = "any secret will do"',
    '  protocol = "HTTP"',
    '  skip_region_validation = true',
    '}',
    '',
  ].join('\n');

/** The example's own provider blocks are merged with an override of the same alias. */
const settingsFor = (text: string, provider: string): Readonly<Record<string, string>> => {
  const own = [...text.matchAll(new RegExp(`^\\s*provider\\s+"${provider}"\\s*\\{([^}]*)\\}`, 'gm'))];
  const blocks = own.map(([, body = '']) => ({
    alias: /\balias\s*=\s*"([^"]+)"/.exec(body)?.[1],
    hasRegion: /\bregion\s*=/.test(body),
  }));
  // An example that names a zone means that zone's region.
  const region = /"([a-z]{2}-[a-z]+(?:-\d)?)-[a-z]"/.exec(text)?.[1] ?? 'cn-hangzhou';
  const override = blocks
    .map(({ alias, hasRegion }) => local(provider, hasRegion ? null : region, alias))
    .join('');
  const source = `terraform {\n  required_providers {\n    ${provider} = { source = "aliyun/${provider}" }\n  }\n}\n`;
  return {
    ...(/\brequired_providers\b/.test(text) ? {} : { 'versions.tf': source }),
    ...(blocks.some(({ alias }) => alias === undefined) ? {} : { 'provider.tf': local(provider, region) }),
    ...(own.length === 0 ? {} : { 'override.tf': override }),
  };
};
