import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { Finding } from '../../../docs-parser/index.ts';
import { readExample } from '../../../docs-parser/dialects/read-example.ts';
import type { Expression, ResourceGraph } from '../../../docs-parser/resource-graph.ts';
import { parseFile } from '../read.ts';
import { differences } from './compare.ts';

const languages = ['python', 'typescript', 'go', 'java', 'csharp'];

const fixture = (name: string): string => path.join(import.meta.dirname, 'fixtures', `${name}.markdown`);

for (const language of languages) {
  test(`a bastion in ${language} is the bastion in HCL`, async () => {
    const [hcl, rendering] = await Promise.all([
      parseFile(fixture('bastion.hcl')),
      parseFile(fixture(`bastion.${language}`)),
    ]);
    expect(hcl.findings).toEqual([]);
    expect(rendering.findings).toEqual([]);
    expect(rendering.examples[0]?.graph?.blocks).toHaveLength(4);
    expect(differences(hcl, rendering)).toEqual([]);
  });
}

test('the comparison sees a value, a block and a reference that differ', async () => {
  const hcl = await parseFile(fixture('bastion.hcl'));
  const rendering = await parseFile(fixture('bastion.python'));
  const changed = JSON.parse(
    JSON.stringify(rendering).replace('"tf-example"', '"other"').replaceAll('"peer"', '"pear"'),
  ) as typeof rendering;
  const places = differences(hcl, changed).map((line) => line.replace(/: .*$/s, ''));
  expect(places).toEqual(
    expect.arrayContaining(['var.name', 'provider.alicloud.peer', 'alicloud_vswitch.default.provider']),
  );
});

const start = { line: 1, column: 1 };

const read = async (
  language: string,
  code: string,
): Promise<{ graph: ResourceGraph; findings: Finding[] }> => {
  const { graph, findings } = await readExample(code, language, start);
  if (graph === null) throw new Error('no graph');
  return { graph, findings };
};

/** The value of the argument "value" of the only block, in one language. */
const valueIn = async (language: string, code: string): Promise<Expression | undefined> => {
  const { graph } = await read(language, code);
  return graph.blocks.at(-1)?.arguments.find(({ name }) => name === 'value')?.value;
};

const thing = (value: string): string =>
  `import { Thing } from "./.gen/providers/alicloud/thing";
   import { DataAlicloudZones } from "./.gen/providers/alicloud/data-alicloud-zones";
   const name = new TerraformVariable(this, "name", {});
   const size = new TerraformVariable(this, "size", {});
   const zones = new DataAlicloudZones(this, "zones", {});
   new Thing(this, "x", { value: ${value} });`;

const variable = (name: string, path: (string | number)[] = []): Expression => ({
  kind: 'reference',
  root: 'var',
  type: null,
  name,
  path,
});
const literal = (value: string | number | boolean): Expression => ({ kind: 'literal', value });
const zones = (...path: (string | number)[]): Expression => ({
  kind: 'reference',
  root: 'data',
  type: 'alicloud_zones',
  name: 'zones',
  path,
});

/** What a value of a CDKTF program is to Terraform. */
const values: readonly (readonly [code: string, expected: Expression])[] = [
  ['"a\\n\\u0041\\x42"', literal('a\nAB')],
  ['Token.asNumber("5")', literal('5')],
  ['"$${not.a.value}"', literal('${not.a.value}')],
  ['"${var.other}"', variable('other')],
  ['"a-${data.alicloud_zones.zones.ids[0]}"', { kind: 'template', parts: [literal('a-'), zones('ids', 0)] }],
  [
    '"${" + name.value + "}-${" + size.value + "}"',
    { kind: 'template', parts: [variable('name'), literal('-'), variable('size')] },
  ],
  [
    '"${" + name.value + "${" + size.value + "}"',
    { kind: 'template', parts: [variable('name'), variable('size')] },
  ],
  [
    '"a" + Token.asString(Fn.upper(name.value)) + "b"',
    {
      kind: 'template',
      parts: [literal('a'), { kind: 'call', function: 'upper', arguments: [variable('name')] }, literal('b')],
    },
  ],
  ['Fn.lookupNested(name.value, ["[\\"a\\"]", "0", "*"])', variable('name', ['a', 0, '*'])],
  ['Fn.lengthOf(name.value)', { kind: 'call', function: 'length', arguments: [variable('name')] }],
  [
    'Fn.merge([name.value, size.value])',
    { kind: 'call', function: 'merge', arguments: [variable('name'), variable('size')] },
  ],
  [
    'Fn.base64encode(name.stringValue)',
    { kind: 'call', function: 'base64encode', arguments: [variable('name')] },
  ],
  [
    'Op.and(name.value, Op.not(size.value))',
    {
      kind: 'operation',
      operator: '&&',
      operands: [variable('name'), { kind: 'operation', operator: '!', operands: [variable('size')] }],
    },
  ],
  ['zones.zones.get(0).localName', zones('zones', 0, 'local_name')],
  ['zones.getStringAttribute("ids.0")', zones('ids', 0)],
  ['zones.fqn', zones()],
  [
    'TerraformSelf.getString("net.0.ip")',
    { kind: 'reference', root: 'self', type: null, name: 'net', path: [0, 'ip'] },
  ],
  [
    '"${{ for z in ${" + zones.zones + "} : z.id => \\"${z.id}-x\\"... if z.id != \\"\\"}}"',
    {
      kind: 'for',
      variables: ['z'],
      collection: zones('zones'),
      key: { kind: 'reference', root: 'for', type: null, name: 'z', path: ['id'] },
      value: {
        kind: 'template',
        parts: [{ kind: 'reference', root: 'for', type: null, name: 'z', path: ['id'] }, literal('-x')],
      },
      condition: {
        kind: 'operation',
        operator: '!=',
        operands: [{ kind: 'reference', root: 'for', type: null, name: 'z', path: ['id'] }, literal('')],
      },
      isGrouped: true,
    },
  ],
];

for (const [code, expected] of values) {
  test(`a value: ${code}`, async () => {
    expect(await valueIn('typescript', thing(code))).toEqual(expected);
  });
}

/** Where a class comes from tells its type. */
const types: readonly (readonly [language: string, code: string, type: string])[] = [
  [
    'typescript',
    'import * as alicloud from "./.gen/providers/alicloud";\nnew alicloud.vpcIpv6Gateway.VpcIpv6Gateway(this, "x", {})',
    'alicloud_vpc_ipv6_gateway',
  ],
  [
    'typescript',
    'import { Vpc as Network } from "@cdktf/provider-aws/lib/vpc";\nnew Network(this, "x", {})',
    'aws_vpc',
  ],
  [
    'typescript',
    'import { StringResource } from "./.gen/providers/random/string-resource";\nnew StringResource(this, "x", {})',
    'random_string',
  ],
  ['python', 'from cdktf_cdktf_provider_aws.vpc import Vpc\nVpc(self, "x")', 'aws_vpc'],
  [
    'python',
    'import ...gen.providers.alicloud as alicloud\nx =\nalicloud.data_alicloud_zones.DataAlicloudZones(self, "x")',
    'alicloud_zones',
  ],
  [
    'go',
    'import "github.com/cdktf/cdktf-provider-aws-go/aws/v19/s3bucket"\ns3bucket.NewS3Bucket(stack, jsii.String("x"), nil)',
    'aws_s3_bucket',
  ],
  [
    'go',
    'import "cdk.tf/go/stack/generated/hashicorp/random/password"\npassword.NewPassword(stack, jsii.String("x"), nil)',
    'random_password',
  ],
  [
    'java',
    'import com.hashicorp.cdktf.providers.aws.s3_bucket.S3Bucket;\nS3Bucket.Builder.create(this, "x").build();',
    'aws_s3_bucket',
  ],
  [
    'java',
    'import imports.alicloud.ecs.network.interface.EcsNetworkInterface;\nnew EcsNetworkInterface(this, "x");',
    'alicloud_ecs_network_interface',
  ],
  ['csharp', 'using HashiCorp.Cdktf.Providers.Aws.S3Bucket;\nnew S3Bucket(this, "x");', 'aws_s3_bucket'],
  [
    'csharp',
    'using System.Linq;\nusing alicloud.Ecs.Network.Interface;\nnew EcsNetworkInterface(this, "x");',
    'alicloud_ecs_network_interface',
  ],
];

for (const [language, code, type] of types) {
  test(`a type in ${language}: ${code}`, async () => {
    const { graph } = await read(language, code);
    expect(graph.blocks.map((block) => [block.type, block.name])).toEqual([[type, 'x']]);
  });
}

test('names with digits are those of the page; without it, those of the bindings', async () => {
  const code = thing('1').replace(
    'value:',
    'md5Sum: 1, vswitch2Id: 2, ipv6CidrBlock: 3, equalTo: 4, nodeAttribute: 5, fetchIt: 6, value:',
  );
  const known = {
    type: 'alicloud_thing',
    names: ['md5sum', 'vswitch_2_id'],
    blocks: new Set<string>(),
    maps: new Set<string>(),
  };
  const names = async (page?: typeof known): Promise<string[]> => {
    const { graph } = await readExample(code, 'typescript', start, page);
    return graph?.blocks.at(-1)?.arguments.map(({ name }) => name) ?? [];
  };
  const others = ['ipv6_cidr_block', 'equals', 'node', 'get_it', 'value'];
  expect(await names(known)).toEqual(['md5sum', 'vswitch_2_id', ...others]);
  expect(await names()).toEqual(['md5_sum', 'vswitch2_id', ...others]);
});

test('an override sets what Terraform sees, in dynamic blocks inside dynamic blocks too', async () => {
  const { graph } = await read(
    'typescript',
    `${thing('1').replace('new Thing', 'const x = new Thing').replace('value: 1', 'rule: [], net: { ip: "a" }, list: [{ a: 1 }]')}
     x.addOverride("dynamic.rule", { for_each: "\${var.name}", content: [{ port: "\${rule.value[\\"port\\"]}", deep: [] }] });
     x.addOverride("dynamic.rule.0.content.0.dynamic.deep", { for_each: "\${rule.value.deep}", content: { id: "\${deep.key}" } });
     x.addOverride("net.ip", "b");
     x.addOverride("list.0.a", 2);
     x.addOverride("count", 3);`,
  );
  const block = graph.blocks.at(-1);
  const value = (name: string): Expression | undefined =>
    [...(block?.arguments ?? []), ...(block?.meta ?? [])].find((argument) => argument.name === name)?.value;
  const object = (entries: Record<string, Expression>): Expression => ({
    kind: 'object',
    entries: Object.entries(entries).map(([key, inner]) => ({ key, value: inner })),
  });
  const list = (...items: Expression[]): Expression => ({ kind: 'list', items });
  const dynamic = (of: Expression, content: Expression): Expression => ({
    kind: 'call',
    function: 'dynamic',
    arguments: [object({ for_each: of, content: list(content) })],
  });
  const iterator = (name: string, ...rest: string[]): Expression => ({
    kind: 'reference',
    root: 'dynamic',
    type: null,
    name,
    path: rest,
  });
  expect(value('rule')).toEqual(
    list(
      dynamic(
        variable('name'),
        object({
          port: iterator('rule', 'value', 'port'),
          deep: list(dynamic(iterator('rule', 'value', 'deep'), object({ id: iterator('deep', 'key') }))),
        }),
      ),
    ),
  );
  expect(value('net')).toEqual(list(object({ ip: literal('b') })));
  expect(value('list')).toEqual(list(object({ a: literal(2) })));
  expect(value('count')).toEqual(literal(3));
});

test('a variable that is taken twice is what it was when it is used', async () => {
  const { graph } = await read(
    'python',
    `from imports.alicloud.vpc import Vpc
x = Vpc(self, "a")
Vpc(self, "b", vpc_name=x.id)
x = Vpc(self, "c")
Vpc(self, "d", vpc_name=x.id)`,
  );
  const used = graph.blocks.flatMap(({ name, arguments: args }) =>
    args.map(({ value }) => [name, value.kind === 'reference' ? value.name : null]),
  );
  expect(used).toEqual([
    ['b', 'a'],
    ['d', 'c'],
  ]);
});

for (const [language, deep] of [
  ['typescript', `new Vpc(this, "x", { a: ${'['.repeat(5000)}${']'.repeat(5000)} })`],
  ['terraform', `resource "a" "b" {\n c = ${'['.repeat(5000)}${']'.repeat(5000)}\n}`],
  ['python', `Vpc(self, "x", a=${'"a" + '.repeat(5000)}"b")`],
] as const) {
  test(`code of any depth in ${language} does not throw`, async () => {
    const { findings } = await read(language, deep);
    expect(findings.filter(({ rule }) => rule === 'example-unreadable')).toEqual([]);
  });
}
