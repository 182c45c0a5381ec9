/** Which changes make a new resource. */
import { expect, test } from '@playwright/test';
import type { ArgumentFacts } from '../../../scenarios/bindings/binding.ts';
import { asksForNew } from '../../../scenarios/drivers/force-new.ts';
import type { Value } from '../../../scenarios/scenario.ts';

const disks: ArgumentFacts = {
  type: 'blocks',
  members: {
    name: { type: 'string', forceNew: true },
    category: { type: 'string', forceNew: true, default: 'essd' },
    id: { type: 'string', forceNew: true, computed: true },
    level: { type: 'string' },
  },
};

const changes: readonly (readonly [string, ArgumentFacts | undefined, Value, Value, boolean])[] = [
  ['a ForceNew argument', { type: 'string', forceNew: true }, 'a', 'b', true],
  ['another argument', { type: 'string' }, 'a', 'b', false],
  ['an argument that nothing is known of', undefined, 'a', 'b', false],
  ['a ForceNew member', disks, [{ name: 'a' }], [{ name: 'b' }], true],
  ['another member', disks, [{ name: 'a', level: 'x' }], [{ name: 'a', level: 'y' }], false],
  [
    'a member of the second block',
    disks,
    [{ name: 'a' }, { name: 'b' }],
    [{ name: 'a' }, { name: 'c' }],
    true,
  ],
  ['a further block', disks, [{ name: 'a' }], [{ name: 'a' }, { name: 'b' }], true],
  ['one block less', disks, [{ name: 'a' }, { name: 'b' }], [{ name: 'a' }], true],
  ['a default that is written out', disks, [{ name: 'a' }], [{ name: 'a', category: 'essd' }], false],
  ['another value than the default', disks, [{ name: 'a' }], [{ name: 'a', category: 'ssd' }], true],
  ['what the API filled in', disks, [{ name: 'a', id: 'd-1' }], [{ name: 'a' }], false],
  ['another than the API filled in', disks, [{ name: 'a', id: 'd-1' }], [{ name: 'a', id: 'd-2' }], true],
];

for (const [what, facts, before, after, isNew] of changes) {
  test(`a change of ${what} makes ${isNew ? 'a new one' : 'no new one'}`, () => {
    expect(asksForNew(facts, before, after)).toBe(isNew);
  });
}
