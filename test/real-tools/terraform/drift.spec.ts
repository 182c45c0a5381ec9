/** Issue 6: drift that only the real provider shows, in its schema or by what it does. */
import { needsSharedData, shared } from '../../shared-data.ts';
import { alimock, checkout } from '../../cli/alimock.ts';
import { needsTerraform, provider } from '../terraform-provider.ts';
import { toolFolder } from '../tool.ts';
import { expect, test } from './fixtures.ts';

needsTerraform();
needsSharedData();

interface Report {
  readonly findings: readonly {
    readonly rule: string;
    readonly path: string;
    readonly place: { readonly position: { readonly line: number } };
  }[];
}

const findingsAgainst = async (
  source: string,
  name: string,
  kinds = ['force-new', 'undocumented'],
): Promise<string[]> => {
  const page = shared('docs', 'r', `${name}.html.markdown`);
  const options = ['--provider-dir', toolFolder(provider), '--kind', ...kinds, '--format', 'json'];
  const { stdout, stderr } = await alimock(
    ['drift', page, '--against', source, ...options],
    {},
    checkout,
    570_000,
  );
  expect(stdout, stderr).not.toBe('');
  const { findings } = JSON.parse(stdout) as Report;
  return findings.map(({ rule, path, place }) => `${place.position.line} ${rule} ${path}`);
};

test('a change of an argument that the page does not call ForceNew makes a new resource', async () => {
  // `platform` of line 68 is ForceNew in the provider's code (resource_alicloud_ecs_capacity_reservation.go).
  expect(await findingsAgainst('emulator:terraform', 'ecs_capacity_reservation')).toEqual([
    '68 drift-force-new platform',
  ]);
});

/** Each is ForceNew on the page and in no file of the provider: `grep ForceNew` in resource_alicloud_ecs_disk.go etc. */
for (const { name, why, found } of [
  {
    name: 'disk',
    why: 'the example names a zone of another region and a key that is not there',
    found: ['43 drift-force-new category'],
  },
  {
    name: 'snapshot',
    why: 'the example refers to an attachment that it does not declare',
    found: [
      '36 drift-force-new name',
      '38 drift-force-new resource_group_id',
      '39 drift-force-new description',
    ],
  },
  {
    name: 'ecs_disk',
    why: 'the example sets another argument that conflicts with it',
    found: ['75 drift-force-new instance_id'],
  },
  {
    name: 'key_pair',
    why: 'the example leaves it out',
    found: ['42 drift-force-new public_key'],
  },
  {
    name: 'image_import',
    why: 'the example sets it to the default',
    found: ['81 drift-force-new license_type'],
  },
]) {
  test(`ForceNew that only the page ${name} states is shown, although ${why}`, async () => {
    expect(await findingsAgainst('emulator:plan', name, ['force-new'])).toEqual(found);
  });
}

test('a value that is filled in, or is not, stands against what the page says of Computed', async () => {
  expect(await findingsAgainst('emulator:plan', 'vpc', ['computed'])).toEqual([
    // The page does not say that it is DISABLED where it is left out.
    '59 drift-computed dns_hostname_status',
    // An argument on the page; `Computed: true` alone in resource_alicloud_vpc.go.
    '87 drift-computed route_table_id',
  ]);
});

test('the schema is the one that Terraform prints of the provider', async () => {
  const known = await findingsAgainst(`schema:${shared('schema', 'alicloud-1.240.0-ecs-vpc.json')}`, 'disk');
  expect(known.length).toBeGreaterThan(5);
  expect(await findingsAgainst('schema:terraform', 'disk')).toEqual(known);
});
