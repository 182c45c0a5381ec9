import { expect, test } from '@playwright/test';
import { readExample } from '../../../docs-parser/dialects/read-example.ts';

const start = { line: 1, column: 1 };

/** What the converter loses is reported where it is lost. */
const losses: readonly (readonly [language: string, code: string, rule: string, line: number])[] = [
  [
    'java',
    '\nObject interface = Vpc.Builder.create(this, "x").build();\nVpc.Builder.create(this, "y").vpcName(interface.getId()).build();',
    'example-reserved-word',
    2,
  ],
  [
    'csharp',
    '\nnew Vpc(this, "x", new Struct {\n  Tags = new Struct { Version = "1" }\n});',
    'example-key-case-lost',
    3,
  ],
  ['csharp', 'new Vpc(this, "x", new Struct {\n  Text = @"a\n    b"\n});', 'example-text-indented', 2],
  ['typescript', 'new Vpc(this, "x", {\n  text: "a\\nb\\n\\n",\n});', 'example-line-break-added', 2],
  ['typescript', 'new Vpc(this, "x", {\n  size: config.size,\n});', 'example-argument-added', 2],
  ['typescript', 'new Vpc(this, "x", {\n  size: missing.size,\n});', 'example-undeclared-reference', 2],
  [
    'typescript',
    'const v = new TerraformVariable(this, "v", {});\nnew Vpc(this, "x", {\n  text: "${" + v.value + "${" + v.value + "}",\n});',
    'example-interpolation-unclosed',
    3,
  ],
];

for (const [language, code, rule, line] of losses) {
  test(`${rule} in ${language}`, async () => {
    const page = { type: 'alicloud_vpc', names: [], blocks: new Set<string>(), maps: new Set<string>() };
    const { findings } = await readExample(code, language, start, page);
    expect(findings.map((finding) => [finding.rule, finding.position.line])).toEqual([[rule, line]]);
  });
}

test('a dictionary of C# keeps its keys', async () => {
  const { findings, graph } = await readExample(
    'using alicloud.Vpc;\nnew Vpc(this, "x", new VpcConfig {\n  Tags = new Dictionary<string, string> { { "createdBy", "me" } }\n});',
    'csharp',
    start,
  );
  expect(findings).toEqual([]);
  expect(graph?.blocks[0]?.arguments[0]?.value).toMatchObject({ entries: [{ key: 'createdBy' }] });
});
