/** What Terraform was seen to do, held against a page. */
import { expect, test } from '@playwright/test';
import { compareSurfaces, pageSurface } from '../../drift/index.ts';
import { observationSurface } from '../../drift/sources/observation-surface.ts';
import { planSource } from '../../drift/sources/plan-source.ts';
import { emulatorSource } from '../../drift/sources/emulator-source.ts';
import type { Observation, ObservedMember } from '../../scenarios/observe/observation.ts';
import type { Result } from '../../scenarios/result.ts';
import { lineOf, read } from './planted.ts';

const source = `# alicloud_tank

A tank.

## Argument Reference

* \`name\` - (Required) The name.
* \`shape\` - (Optional, ForceNew) The shape.
* \`place\` - (Optional) The place.
* \`level\` - (Optional) How full it is.
* \`depth\` - (Optional) How deep it is. It is generated where it is not given.
* \`zone\` - (Optional, Computed) The zone.
* \`colour\` - (Optional) The colour. Default value: \`blue\`.
* \`made\` - (Optional) When it was made.

## Attributes Reference

* \`id\` - The id.
`;

const member = (name: string, seen: Partial<ObservedMember>): ObservedMember => ({
  name,
  isLeftOut: true,
  settable: true,
  deprecated: null,
  forceNew: null,
  computed: null,
  default: null,
  ...seen,
});

const inPlace = { value: false, seen: 'shape = "round" -> "flat" is changed in place' };

const members: readonly ObservedMember[] = [
  member('id', { settable: false }),
  member('name', {
    isLeftOut: false,
    forceNew: { value: false, seen: 'name = "a" -> "b" is changed in place' },
  }),
  member('shape', { forceNew: inPlace }),
  member('place', { forceNew: { value: true, seen: 'place = "here" -> "there" forces replacement' } }),
  member('level', { computed: { value: true, seen: 'level: (known after apply), and then "high"' } }),
  member('depth', { computed: { value: true, seen: 'depth: (known after apply), and then "5"' } }),
  member('zone', { computed: { value: false, seen: 'the plan leaves zone null' } }),
  member('colour', { default: { value: 'red', seen: 'the plan has colour = "red"' } }),
  member('made', { settable: false }),
  member('label', { deprecated: 'Use name.' }),
  member('serial', { settable: false }),
  // Nothing is known of it, so nothing is said.
  member('blocks', { settable: null }),
];

const observation: Observation = { address: 'alicloud_tank.default', applied: true, members };

test('each disagreement is found on its line, and nothing else', async () => {
  const surface = pageSurface(await read(source));
  const found = compareSurfaces(surface, observationSurface(observation, surface));
  const line = (name: string): number => lineOf(source, `\`${name}\``);
  expect(
    found
      .map(
        ({ kind, path, severity, from }) =>
          `${kind} ${path ?? ''} ${severity} ${from.place.position?.line ?? ''}`,
      )
      .sort(),
  ).toEqual(
    [
      `force-new shape warning ${line('shape')}`,
      `force-new place error ${line('place')}`,
      `computed level info ${line('level')}`,
      `computed zone warning ${line('zone')}`,
      `computed made error ${line('made')}`,
      `default colour warning ${line('colour')}`,
      'undocumented label info 1',
      'attribute-missing serial warning 1',
    ].sort(),
  );
  expect(found.find(({ path }) => path === 'shape')?.against.place.quote).toBe(inPlace.seen);
});

test('what was carried out and what was planned is said once, and each names the command that shows it', async () => {
  const page = await read(source);
  const subject = { surface: pageSurface(page), page };
  const broken: Result = {
    scenario: 'alicloud_tank/argument/place/update',
    kind: 'update',
    title: 'a change of `place` is made in place',
    trust: 'documented',
    page: { file: page.spec.file, position: page.spec.position },
    driver: 'terraform',
    verdict: 'failed',
    reason: null,
    failure: {
      step: 2,
      doing: 'update',
      expected: 'it is changed in place',
      observed: 'it was deleted and made anew',
      calls: [],
      blame: null,
    },
    durationMs: 1,
  };
  const observe = () => Promise.resolve(observation);
  const terraform = emulatorSource(
    'terraform',
    () => Promise.resolve({ file: page.spec.file, name: page.spec.name, results: [broken] }),
    observe,
  );
  const found = await terraform.compare(subject);
  expect(
    found.filter(({ kind }) => kind === 'force-new').map(({ path, command }) => [path, command]),
  ).toEqual([
    ['place', `alimock check ${page.spec.file} --driver terraform --filter ${broken.scenario}`],
    ['shape', `alimock drift ${page.spec.file} --against emulator:plan --kind force-new --path shape`],
  ]);
  expect(found).toHaveLength((await planSource(observe).compare(subject)).length);
});
