import { withExample } from '../pages.ts';
import type { RuleCase } from './rule-case.ts';

/** A page whose example is a CDKTF program. */
const program = (language: string, ...lines: string[]): string =>
  withExample(['```' + language, ...lines, '```'].join('\n'));

const typescript = (...lines: string[]): string =>
  program(
    'typescript',
    'import { Disk } from "./.gen/providers/alicloud/disk";',
    'new Disk(this, "default", {',
    ...lines,
    '});',
  );

const csharp = (...lines: string[]): string =>
  program('csharp', 'using alicloud.Disk;', 'new Disk(this, "default", new Struct {', ...lines, '});');

/** What CDKTF's converter loses. */
export const cdktfCases = {
  'example-reserved-word': {
    has: program(
      'java',
      'import imports.alicloud.disk.Disk;',
      'Object interface = Disk.Builder.create(this, "default").size(20).build();',
    ),
    hasNot: program(
      'java',
      'import imports.alicloud.disk.Disk;',
      'Object diskInterface = Disk.Builder.create(this, "default").size(20).build();',
    ),
    line: 'Object interface',
  },
  'example-key-case-lost': {
    has: csharp('    Size = 20,', '    Tags = new Struct { Version = "1" }'),
    hasNot: csharp('    Size = 20,', '    Tags = new Dictionary<string, string> { { "Version", "1" } }'),
    line: 'Tags',
  },
  'example-text-indented': {
    has: csharp('    Size = 20,', '    DiskName = @"a', '        b"'),
    hasNot: csharp('    Size = 20,', '    DiskName = "a\\nb"'),
    line: 'DiskName',
  },
  'example-line-break-added': {
    has: typescript('  size: 20,', '  diskName: "a\\nb\\n\\n",'),
    hasNot: typescript('  size: 20,', '  diskName: "a\\nb\\n",'),
    line: 'diskName',
  },
  'example-argument-added': {
    has: typescript('  size: config.size,'),
    hasNot: typescript('  size: 20,'),
    line: 'config.size',
  },
  'example-interpolation-unclosed': {
    has: typescript('  size: 20,', '  diskName: "${" + a.value + "${" + b.value + "}",'),
    hasNot: typescript('  size: 20,', '  diskName: "${" + a.value + "}${" + b.value + "}",'),
    line: 'diskName',
  },
} as const satisfies Record<string, RuleCase>;
