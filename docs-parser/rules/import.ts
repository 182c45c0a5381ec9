import type { ParserRule } from './rule.ts';

/** Rules about the Import section. */
export const importRules = {
  'import-missing-command': {
    severity: 'warning',
    kind: 'import',
    what: 'The Import section has no command that can be read.',
    why: 'Users cannot tell how to import the resource.',
    example: '## Import\n\nA disk can be imported by its id.',
    form: '## Import\n\n```shell\n$ terraform import alicloud_disk.example <id>\n```',
  },
  'import-type-mismatch': {
    severity: 'warning',
    kind: 'import',
    what: 'The import command names another type than the page.',
    why: 'Pasted as it is, the command fails.',
    example: '# alicloud_eip\n\n$ terraform import alicloud_eip_address.example eip-123',
    form: '# alicloud_eip\n\n$ terraform import alicloud_eip.example eip-123',
  },
  'import-arity': {
    severity: 'warning',
    kind: 'import',
    what: 'The id in the import command has another number of parts than the id format.',
    why: 'Pasted with real values, the command fails.',
    example:
      'The id is formulated as `<disk_id>:<instance_id>`.\n\n$ terraform import alicloud_disk_attachment.example d-123',
    form: 'The id is formulated as `<disk_id>:<instance_id>`.\n\n$ terraform import alicloud_disk_attachment.example d-123:i-456',
  },
} as const satisfies Record<string, ParserRule>;
