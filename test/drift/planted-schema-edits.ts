import type { DriftKind } from '../../drift/index.ts';
import type { Block } from './fixtures/tank-schema.ts';

/** An edit of page or schema, and the one finding that it must make. */
export interface Planted {
  readonly what: string;
  /** Edit of the page: this becomes that. */
  readonly page?: readonly [string, string];
  readonly schema?: (block: Block) => void;
  readonly kind: DriftKind;
  readonly path: string | null;
  /** Text of the line on which the finding must stand. */
  readonly line: string;
}

const valve = (block: Block) => {
  const found = block.block_types?.['valve'];
  if (found === undefined) throw new Error('the fixture has no valve');
  return found;
};
const attribute = (name: string, value: object) => (block: Block) => {
  block.attributes[name] = value;
};
const without = (name: string) => (block: Block) => {
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a fixture is changed by name
  delete block.attributes[name];
};
const title = '# alicloud_tank';

export const planted: readonly Planted[] = [
  {
    what: 'an optional key',
    schema: attribute('colour', { type: 'string', optional: true }),
    kind: 'undocumented',
    path: 'colour',
    line: title,
  },
  {
    what: 'a required key',
    schema: attribute('colour', { type: 'string', required: true }),
    kind: 'undocumented',
    path: 'colour',
    line: title,
  },
  {
    what: 'a deprecated key',
    schema: attribute('colour', { type: 'string', optional: true, deprecated: true }),
    kind: 'undocumented',
    path: 'colour',
    line: title,
  },
  {
    what: 'a key in a block',
    schema: (block) => {
      valve(block).block.attributes['coating'] = { type: 'string', optional: true };
    },
    kind: 'undocumented',
    path: 'valve.coating',
    line: '* `valve`',
  },
  {
    what: 'a block',
    schema: (block) => {
      block.block_types = {
        ...block.block_types,
        lid: { nesting_mode: 'list', block: { attributes: { weight: { type: 'number', optional: true } } } },
      };
    },
    kind: 'undocumented',
    path: 'lid',
    line: title,
  },
  {
    what: 'an argument that is listed as an attribute',
    schema: attribute('create_time', { type: 'string', optional: true, computed: true }),
    kind: 'undocumented',
    path: 'create_time',
    line: '* `create_time`',
  },
  {
    what: 'a block whose members are not described',
    page: [
      '\n* `diameter` - (Required, Int) The diameter in millimetres.\n* `material` - (Optional) The material.\n',
      '\n',
    ],
    kind: 'undocumented',
    path: 'valve',
    line: '* `valve`',
  },
  {
    what: 'an argument that is gone',
    schema: without('category'),
    kind: 'documented-only',
    path: 'category',
    line: '* `category`',
  },
  {
    what: 'a misspelt argument',
    page: ['* `labels`', '* `colours` - (Optional, Map) None.\n* `labels`'],
    kind: 'documented-only',
    path: 'colours',
    line: '* `colours`',
  },
  {
    what: 'an argument of a block that is gone',
    page: ['* `material`', '* `thread` - (Optional) None.\n* `material`'],
    kind: 'documented-only',
    path: 'valve.thread',
    line: '* `thread`',
  },
  {
    what: 'an attribute that is gone',
    schema: without('create_time'),
    kind: 'documented-only',
    path: 'create_time',
    line: '* `create_time`',
  },
  {
    what: 'a member of an attribute that is gone',
    page: ['  * `power`', '  * `weight` - None.\n  * `power`'],
    kind: 'documented-only',
    path: 'pumps.weight',
    line: '* `weight`',
  },
  {
    what: 'Required, and optional',
    page: ['`tank_name` - (Optional)', '`tank_name` - (Required)'],
    kind: 'required-optional',
    path: 'tank_name',
    line: '* `tank_name`',
  },
  {
    what: 'Optional, and required',
    page: ['`zone_id` - (Required, ForceNew)', '`zone_id` - (Optional, ForceNew)'],
    kind: 'required-optional',
    path: 'zone_id',
    line: '* `zone_id`',
  },
  {
    what: 'Optional in a block, and required',
    page: ['`diameter` - (Required, Int)', '`diameter` - (Optional, Int)'],
    kind: 'required-optional',
    path: 'valve.diameter',
    line: '* `diameter`',
  },
  {
    what: 'an Optional block of which there must be one',
    schema: (block) => {
      valve(block).min_items = 1;
    },
    kind: 'required-optional',
    path: 'valve',
    line: '* `valve`',
  },
  {
    what: 'an argument that is read-only',
    schema: attribute('encrypted', { type: 'bool', computed: true }),
    kind: 'computed',
    path: 'encrypted',
    line: '* `encrypted`',
  },
  {
    what: 'Computed that nothing fills in',
    page: ['`category` - (Optional)', '`category` - (Optional, Computed)'],
    kind: 'computed',
    path: 'category',
    line: '* `category`',
  },
  {
    what: 'a number that is text',
    schema: attribute('size', { type: 'string', required: true }),
    kind: 'type',
    path: 'size',
    line: '* `size`',
  },
  {
    what: 'a map that is a list',
    schema: attribute('labels', { type: ['list', 'string'], optional: true }),
    kind: 'type',
    path: 'labels',
    line: '* `labels`',
  },
  {
    what: 'a list that is a set',
    schema: attribute('group_ids', { type: ['set', 'string'], optional: true }),
    kind: 'type',
    path: 'group_ids',
    line: '* `group_ids`',
  },
  {
    what: 'a set of blocks that is a list',
    schema: (block) => {
      valve(block).nesting_mode = 'list';
    },
    kind: 'type',
    path: 'valve',
    line: '* `valve`',
  },
  {
    what: 'an argument in another block',
    schema: (block) => {
      delete valve(block).block.attributes['material'];
      block.attributes['material'] = { type: 'string', optional: true };
    },
    kind: 'nesting',
    path: 'valve.material',
    line: '* `material`',
  },
  {
    what: 'a member in another attribute',
    page: ['  * `power` - The power of the pump.\n', '* `power` - The power of the pump.\n'],
    kind: 'nesting',
    path: 'power',
    line: '* `power`',
  },
  {
    what: 'a block that is a single value',
    schema: (block) => {
      delete block.block_types?.['valve'];
      block.attributes['valve'] = { type: 'string', optional: true };
    },
    kind: 'nesting',
    path: 'valve',
    line: '* `valve`',
  },
  {
    what: 'a deprecated argument',
    schema: attribute('category', { type: 'string', optional: true, deprecated: true }),
    kind: 'deprecated',
    path: 'category',
    line: '* `category`',
  },
  {
    what: 'a deprecated attribute',
    schema: attribute('create_time', { type: 'string', computed: true, deprecated: true }),
    kind: 'deprecated',
    path: 'create_time',
    line: '* `create_time`',
  },
  {
    what: 'a deprecated resource',
    schema: (block) => {
      block.deprecated = true;
    },
    kind: 'deprecated',
    path: null,
    line: title,
  },
  {
    what: 'Deprecated, and not deprecated',
    schema: attribute('old_name', { type: 'string', optional: true }),
    kind: 'deprecated',
    path: 'old_name',
    line: '* `old_name`',
  },
  {
    what: 'Sensitive, and printed',
    schema: attribute('password', { type: 'string', optional: true }),
    kind: 'sensitive',
    path: 'password',
    line: '* `password`',
  },
  {
    what: 'a limit of entries',
    page: ['(Optional, Set) The valves', '(Optional, Set) Up to 8 valves are possible. The valves'],
    schema: (block) => {
      valve(block).max_items = 4;
    },
    kind: 'limit',
    path: 'valve',
    line: '* `valve`',
  },
  {
    what: 'a timeout that is not there',
    page: [
      '* `delete` - (Defaults to 5',
      '* `update` - (Defaults to 5 mins) Used when changed.\n* `delete` - (Defaults to 5',
    ],
    kind: 'timeouts',
    path: 'timeouts.update',
    line: '* `update`',
  },
  {
    what: 'a timeout that is not described',
    page: ['* `delete` - (Defaults to 5 mins) Used when the tank is deleted.\n', ''],
    kind: 'timeouts',
    path: 'timeouts.delete',
    line: '* `create` -',
  },
  {
    what: 'an attribute',
    schema: attribute('status', { type: 'string', computed: true }),
    kind: 'attribute-missing',
    path: 'status',
    line: title,
  },
  {
    what: 'a member of an attribute',
    page: ['  * `power` - The power of the pump.\n', ''],
    kind: 'attribute-missing',
    path: 'pumps.power',
    line: '* `pumps`',
  },
  {
    what: 'the id',
    page: ['* `id` - The ID of the tank. It formats as `<zone_id>:<tank_id>`.\n', ''],
    kind: 'attribute-missing',
    path: 'id',
    line: title,
  },
];
