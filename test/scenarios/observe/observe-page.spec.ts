/** What is read out of plans; the plans themselves are a small provider's that knows its arguments. */
import { expect, test } from '@playwright/test';
import { parsePage } from '../../../docs-parser/index.ts';
import { observePage } from '../../../scenarios/observe/observe-page.ts';
import type { Attributes, Plan, PlannedBlock, Planner } from '../../../scenarios/observe/planner.ts';
import type { Value } from '../../../scenarios/scenario.ts';

/** A tank: `size` can only grow in place, `shape` and `depot` make a new one, `depot` conflicts with `place`. */
const members: Readonly<
  Record<string, { type: 'string' | 'number' | 'set'; is?: 'computed' | 'read-only' | 'deprecated' }>
> = {
  name: { type: 'string' },
  size: { type: 'number' },
  shape: { type: 'string' },
  place: { type: 'string' },
  depot: { type: 'string', is: 'computed' },
  owners: { type: 'set' },
  colour: { type: 'string' },
  label: { type: 'string', is: 'deprecated' },
  level: { type: 'string', is: 'computed' },
  made: { type: 'string', is: 'read-only' },
};

const page = `# alicloud_tank

A tank.

## Example Usage

\`\`\`terraform
resource "alicloud_tank" "default" {
  name   = "a"
  size   = 5
  shape  = "round"
  place  = alicloud_yard.elsewhere.id
  owners = alicloud_yard.elsewhere.owners
}
\`\`\`

## Argument Reference

* \`name\` - (Optional) The name.
* \`size\` - (Required) The size.
* \`shape\` - (Optional) The shape. Valid values: \`round\`, \`flat\`.
* \`depot\` - (Optional) The depot.
`;

/** Why the provider refuses an argument; null if it takes it. */
const refusal = (name: string, value: Value, all: Attributes): string | null => {
  const member = members[name];
  if (member === undefined) return 'Unsupported argument';
  if (member.is === 'read-only') return `"${name}": this field cannot be set`;
  if (member.type === 'set')
    return Array.isArray(value) ? null : `attribute "${name}": set of string required.`;
  if (typeof value === 'object') return `attribute "${name}": string required`;
  if (member.type === 'number' && Number.isNaN(Number(value))) return `"${name}": a number is required.`;
  return name === 'depot' && 'place' in all ? '"depot": conflicts with place' : null;
};

const replaces = (name: string, before: Value, after: Value): boolean =>
  name === 'shape' || name === 'depot' || (name === 'size' && Number(after) < Number(before));

const planOf = (blocks: readonly PlannedBlock[]): Plan => {
  const problems = blocks.flatMap(({ block: { address, arguments: given } }) =>
    Object.entries(given).flatMap(([name, value]) => {
      const message = refusal(name, value, given);
      return message === null ? [] : [{ address, message }];
    }),
  );
  const deprecated = new Map(
    blocks.flatMap(({ block }) => ('label' in block.arguments ? [['label', 'Use name.'] as const] : [])),
  );
  if (problems.length > 0) return { problems, deprecated, changes: new Map() };
  return { problems, deprecated, changes: new Map(blocks.map((one) => [one.block.address, changeOf(one)])) };
};

const changeOf = ({ block, before }: PlannedBlock): NonNullable<ReturnType<Plan['changes']['get']>> => {
  const was = before?.attributes ?? {};
  const unknown = new Set(
    Object.keys(members).filter(
      (name) => before === null && members[name]?.is !== undefined && !(name in block.arguments),
    ),
  );
  const standard: Attributes = { colour: 'red' };
  const after = Object.fromEntries(
    Object.keys(members)
      .filter((name) => !unknown.has(name))
      .map((name) => [name, block.arguments[name] ?? standard[name] ?? was[name] ?? null]),
  );
  const changed =
    before === null ? [] : Object.keys(after).filter((name) => after[name] !== (was[name] ?? null));
  return {
    actions: before === null ? ['create'] : ['update'],
    before: before?.attributes ?? null,
    after,
    unknown,
    replaces: changed
      .filter((name) => replaces(name, was[name] ?? null, after[name] ?? null))
      .map((name) => [name]),
    schemaVersion: 0,
  };
};

const planner = (state: Attributes | null): Planner => ({
  apply: () =>
    Promise.resolve(
      state === null
        ? null
        : { standing: { attributes: state, schemaVersion: 0 }, resolve: (value) => value },
    ),
  plan: (blocks) => Promise.resolve(planOf(blocks)),
});

const observe = async (source: string, state: Attributes | null = null) => {
  const observation = await observePage(await parsePage(source, { file: 'tank.md' }), planner(state));
  return new Map(observation?.members.map((member) => [member.name, member]));
};

test.describe('an example that refers to what it does not declare is planned all the same', () => {
  test('a change in place, a new resource, and a conflict with an argument of the example', async () => {
    const seen = await observe(page);
    expect(seen.get('name')?.forceNew).toEqual({
      value: false,
      seen: 'name = "a" -> "a-trial" is changed in place',
    });
    expect(seen.get('shape')?.forceNew?.value).toBe(true);
    expect(seen.get('depot')?.forceNew?.value).toBe(true);
  });

  test('where it depends on the value, nothing is said', async () => {
    expect((await observe(page)).get('size')?.forceNew).toBeNull();
  });

  test('what can be set, what can only be read, and what the provider warns of', async () => {
    const seen = await observe(page);
    expect(seen.get('label')).toMatchObject({ settable: true, deprecated: 'Use name.' });
    expect(seen.get('made')).toMatchObject({ settable: false, deprecated: null });
    expect(seen.get('colour')).toMatchObject({ settable: true, deprecated: null });
  });

  test('a default is no computed value, and what nothing was seen of is neither', async () => {
    const seen = await observe(page);
    expect(seen.get('colour')).toMatchObject({ computed: null, default: { value: 'red' } });
    expect(seen.get('level')).toMatchObject({ computed: null, default: null });
    expect(seen.get('name')).toMatchObject({ computed: null, default: null });
  });
});

test('what is unknown in the plan and there in the state is computed; nothing, false and 0 are not', async () => {
  const declared = page.replaceAll(/ {2}(?:place|owners) .*\n/g, '');
  const state = { name: 'a', size: 5, shape: 'round', level: 'high', depot: '', id: 'tank-1' };
  const seen = await observe(declared, state);
  expect(seen.get('level')?.computed).toEqual({
    value: true,
    seen: 'level: (known after apply), and then "high"',
  });
  expect(seen.get('depot')?.computed).toBeNull();
  expect(seen.get('owners')?.computed?.value).toBe(false);
});

test('a page without an example is not observed', async () => {
  const source = page.replace(/## Example Usage[\s\S]*?(?=## Argument)/, '');
  expect(await observePage(await parsePage(source, { file: 'tank.md' }), planner(null))).toBeNull();
});
