/** The page that all began with, by the real Terraform: its example, its import command, its limits. */
import { needsSharedData } from '../../shared-data.ts';
import { needsTerraform } from '../terraform-provider.ts';
import { differencesOf } from './api-facts.ts';
import { expect, readSharedPage, test } from './fixtures.ts';
import type { Page } from './fixtures.ts';
import { problemsOf, Project } from './project.ts';
import type { Files } from './project.ts';

needsTerraform();
needsSharedData();
// What the first test applies is forked by the others.
test.describe.configure({ mode: 'default' });

const share = 'alicloud_image_share_permission.default';
let page: Page;
let applied: Project;

test.beforeAll(async ({ seats }) => {
  page = await readSharedPage('r/image_share_permission.html.markdown');
  applied = await Project.create(exampleFiles(), { seats });
  const run = await applied.apply();
  expect(problemsOf(run)).toBe('');
});
test.afterAll(() => applied.remove());

const exampleFiles = (): Files => {
  const [example] = page.examples;
  if (example === undefined) throw new Error('the page has no HCL example');
  return example.files;
};

/** The example with something changed. */
const changed = (from: RegExp | string, to: string): Files => {
  const main = exampleFiles()['main.tf'] ?? '';
  const text = main.replace(from, to);
  expect(text, `${String(from)} is in the example`).not.toBe(main);
  return { ...exampleFiles(), 'main.tf': text };
};

const forked = async (files: Files, act: (project: Project) => Promise<void>): Promise<void> => {
  const project = await applied.fork(files);
  try {
    await act(project);
  } finally {
    await project.remove();
  }
};

test('after the example is applied, a second plan is empty', async () => {
  expect(await applied.planExitCode()).toBe(0);
});

test("every attribute in Terraform's state equals what the API says", async () => {
  const entries = [...(await applied.entries())];
  expect(entries).toHaveLength(9);
  expect(entries.flatMap(([address, entry]) => differencesOf(address, entry, applied.emulator))).toEqual([]);
});

test('the documented import command works with the real id, and a plan then shows no change', async () => {
  const { import: documented } = page.spec;
  const [, address = '', form = ''] = /terraform import (\S+) (\S+)/.exec(documented?.command ?? '') ?? [];
  expect(address).toBe(share);
  await forked(exampleFiles(), async (project) => {
    const entries = await project.entries();
    const id = await project.idOf(share);
    expect(id.split(':')).toHaveLength(form.split(':').length);
    await project.setEntries([...entries.values()].filter((entry) => entry !== entries.get(share)));
    expect(await project.plan()).toEqual([`create ${share}`]);
    expect(problemsOf(await project.import(address, id))).toBe('');
    expect(await project.plan()).toEqual([]);
  });
});

test('a change of each ForceNew argument plans a replacement', async () => {
  const forceNew = page.spec.arguments.filter(({ flags }) => flags.forceNew).map(({ name }) => name);
  expect(forceNew).toEqual(['image_id', 'account_id']);
  const values: Readonly<Record<string, string>> = { image_id: '"m-bp1another"', account_id: '"123456780"' };
  for (const name of forceNew) {
    const block = new RegExp(`(resource "alicloud_image_share_permission"[^}]*\\b${name}\\s*=\\s*)[^\\n]+`);
    await forked(changed(block, `$1${values[name] ?? ''}`), async (project) => {
      expect(await project.plan(), name).toEqual([`replace ${share}`]);
    });
  }
});

test('destroy leaves nothing in the account but the snapshot of the image', async () => {
  await forked(exampleFiles(), async (project) => {
    expect(project.owned()).toHaveLength(9);
    expect(problemsOf(await project.destroy())).toBe('');
    // DeleteImage keeps the snapshots that CreateImage made of the instance's disks, as ECS does.
    expect(project.owned()).toEqual([expect.stringMatching(/^snapshots s-/)]);
  });
  const without = changed(/(resource "alicloud_image" "default" \{)/, '$1\n  delete_auto_snapshot = true');
  await forked(without, async (project) => {
    expect(problemsOf(await project.apply())).toBe('');
    expect(problemsOf(await project.destroy())).toBe('');
    expect(project.owned()).toEqual([]);
  });
});

/** As many shares as the page allows, in place of the example's one. */
const many = (count: number): Files =>
  changed(
    /resource "alicloud_image_share_permission" "default" \{[^}]*\}/,
    `resource "alicloud_image_share_permission" "default" {
  count      = ${count}
  image_id   = alicloud_image.default.id
  account_id = 1000000000000000 + count.index
}`,
  );

test('50 shares at a time succeed with -parallelism=50, and the 51st fails with the quota error', async () => {
  await forked(many(50), async (project) => {
    expect(problemsOf(await project.apply('-parallelism=50'))).toBe('');
    const shares = (await project.entries()).get(share)?.instances ?? [];
    expect(new Set(shares.map(({ attributes }) => attributes['account_id'])).size).toBe(50);
    await project.write(many(51));
    const run = await project.apply();
    expect(problemsOf(run)).toContain('QuotaExceed.ShareImageUser');
    expect((await project.entries()).get(share)?.instances).toHaveLength(50);
  });
});

test('what is unshared behind Terraform goes unseen: the API says so, and the provider does not', async () => {
  await forked(many(2), async (project) => {
    expect(problemsOf(await project.apply())).toBe('');
    const image = await project.idOf('alicloud_image.default');
    const call = (action: string, parameters: Record<string, string>): string =>
      project.emulator.dispatch({
        version: '2014-05-26',
        action,
        parameters: new Map(Object.entries({ RegionId: 'cn-hangzhou', ImageId: image, ...parameters })),
        accessKeyId: 'alimock-owner',
        securityToken: '',
        format: 'JSON',
        host: '',
      }).body;
    call('ModifyImageSharePermission', { 'RemoveAccount.1': '1000000000000000' });
    const answer = call('DescribeImageSharePermission', {});
    expect(answer).not.toContain('1000000000000000');
    expect(answer).toContain('1000000000000001');
    // The provider's read asks whether the image is shared with anybody (v1.240.0). Once it asks for the
    // account, this plan is to create the share again: turn this test round.
    expect(await project.plan()).toEqual([]);
  });
});
