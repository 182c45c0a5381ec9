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

const findingsAgainst = async (source: string, name: string): Promise<string[]> => {
  const page = shared('docs', 'r', `${name}.html.markdown`);
  const options = [
    '--provider-dir',
    toolFolder(provider),
    '--kind',
    'force-new',
    'undocumented',
    '--format',
    'json',
  ];
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

test('the schema is the one that Terraform prints of the provider', async () => {
  const known = await findingsAgainst(`schema:${shared('schema', 'alicloud-1.240.0-ecs-vpc.json')}`, 'disk');
  expect(known.length).toBeGreaterThan(5);
  expect(await findingsAgainst('schema:terraform', 'disk')).toEqual(known);
});
