import { expect, test } from '@playwright/test';
import type { RuleId } from '../../../emulator/index.ts';
import { examplePage, failedPromises, lineOf } from './failing.ts';

/** Where the page makes a promise: a text of the line. */
const lines = {
  title: '# alicloud\\_image',
  introduction: 'Lets another Alibaba Cloud account use',
  ownership: 'Only your own custom images',
  limit: 'up to 50 Alibaba Cloud accounts',
  revocation: 'Once the owner of the image ends',
  example: 'import constructs',
  types: 'data_alicloud_instance_types_main =\n',
  imageId: '* `image_id`',
  accountId: '* `account_id`',
  id: '* `id` -',
  importCommand: '$ terraform import',
} as const;

/** Rule of the emulator → the promises of the page that must notice when it is not enforced, and no other. */
const noticed: Partial<Record<RuleId, readonly (readonly [promise: string, line: keyof typeof lines])[]>> = {
  'image-share.limit': [['note/limit', 'limit']],
  'image-share.own-images-only': [
    ['note/ownership/another-account', 'ownership'],
    ['note/ownership/public', 'ownership'],
  ],
  'image-share.own-account': [['note/ownership/own-account', 'ownership']],
  'image-share.visibility': [['introduction/visibility', 'introduction']],
  // Without it nothing that was shared is ever taken back: neither deletion nor replacement is one.
  'image-share.remove': [
    ['delete/gone', 'title'],
    ['delete/again', 'title'],
    ['note/revocation/release', 'revocation'],
    ['introduction/usage/create-instance', 'introduction'],
    ['id/one-account', 'id'],
    ['example/destroy', 'example'],
    ['argument/image_id/force-new', 'imageId'],
    ['argument/account_id/force-new', 'accountId'],
  ],
  'image-unshare.blocks-reinit': [['note/revocation/release', 'revocation']],
  'image-unshare.blocks-new-instances': [['introduction/usage/create-instance', 'introduction']],
  'run-instances.image-visible': [['introduction/usage/create-instance', 'introduction']],
  'replace-system-disk.image-visible': [['introduction/usage/replace-system-disk', 'introduction']],
  'image-delete.blocks-reinit': [['note/revocation/delete', 'revocation']],
  'image-delete.removes': [
    ['note/revocation/delete', 'revocation'],
    ['example/destroy', 'example'],
  ],
  'image.id-form': [['import/id-form', 'importCommand']],
  'describe-instance-types.family-filter': [
    ['example/data.alicloud_instance_types.main/instance_type_family', 'types'],
  ],
};

test('the page keeps every promise while all rules are enforced', async () => {
  expect(await failedPromises(examplePage)).toEqual([]);
});

for (const [rule, promises] of Object.entries(noticed)) {
  test(`without ${rule} exactly the promises that rest on it fail`, async () => {
    const expected = promises.map(([promise, line]) => ({ promise, line: lineOf(examplePage, lines[line]) }));
    const failed = await failedPromises(examplePage, [rule as RuleId]);
    const byName = (a: { promise: string }, b: { promise: string }): number =>
      a.promise.localeCompare(b.promise);
    expect(failed.sort(byName)).toEqual(expected.sort(byName));
  });
}
