/** The acts, on the story of the seed page: a share is used, released, given again, and the image deleted. */
import { expect, test } from '@playwright/test';
import { createSdkDriver } from '../../../scenarios/drivers/sdk.ts';
import type { Driver } from '../../../scenarios/drivers/driver.ts';
import { runScenarios } from '../../../scenarios/run/index.ts';
import type { Step } from '../../../scenarios/scenario.ts';
import { image, upToInstance } from '../bindings/example-blocks.ts';
import { scenario } from '../run/fake-driver.ts';

const shared = { image: '${alicloud_image.default.id}', account: '${account.recipient}' };
const ofImage = { image: '${alicloud_image.default.id}' };
const ofInstance = { instance: '${saved.instance}' };

const share: Step = { when: { act: 'share the image', with: shared }, then: [] };
const release: Step = { when: { act: 'release the share', with: shared }, then: [] };
const run: Step = {
  when: { act: 'run an instance', with: ofImage, save: 'instance', as: 'recipient' },
  then: [],
};
const sees = (as: 'owner' | 'recipient' | 'stranger', result: boolean): Step => ({
  when: { act: 'find the image', with: ofImage, as },
  then: [{ result }],
});
const initialise = (expected: Step['then']): Step => ({
  when: { act: 'initialise the system disk', with: ofInstance, as: 'recipient' },
  then: expected,
});
const replace = (expected: Step['then']): Step => ({
  when: { act: 'replace the system disk', with: { ...ofInstance, ...ofImage }, as: 'recipient' },
  then: expected,
});
const lives = (result: string | null): Step => ({
  when: { act: 'describe the instance', with: ofInstance, as: 'recipient' },
  then: [{ result }],
});
const refused: Step['then'] = [{ refused: ['not-found', 'invalid-value'] }];

const stories: Readonly<Record<string, readonly Step[]>> = {
  'who sees a shared image': [
    sees('owner', true),
    sees('recipient', false),
    share,
    sees('recipient', true),
    sees('stranger', false),
    release,
    sees('recipient', false),
    sees('owner', true),
  ],
  'what a released share takes away, and gives back': [
    share,
    run,
    lives('Running'),
    initialise([]),
    lives('Stopped'),
    replace([]),
    release,
    initialise(refused),
    replace(refused),
    { ...run, then: refused },
    lives('Stopped'),
    share,
    initialise([]),
    replace([]),
  ],
  'what a deleted image takes away': [
    share,
    run,
    {
      when: { act: 'delete the image', with: { ...ofImage, force: false } },
      then: [{ refused: ['in-use'], codes: ['ImageUseShared'] }],
    },
    { when: { act: 'delete the image', with: ofImage }, then: [] },
    initialise(refused),
    { ...run, then: refused },
    lives('Stopped'),
    sees('owner', false),
  ],
  'everything that acts made is destroyed too': [
    share,
    run,
    run,
    lives('Running'),
    { when: { act: 'release the share', with: shared }, then: [] },
    { when: { destroy: 'everything' }, then: [{ accountIsEmpty: true }] },
    lives(null),
  ],
};

test.describe('acts', () => {
  let driver: Driver;
  test.beforeAll(() => {
    driver = createSdkDriver();
  });
  test.afterAll(() => driver.close());

  for (const [name, steps] of Object.entries(stories)) {
    test(name, async () => {
      const given = [...upToInstance, image];
      const [result] = await runScenarios([scenario({ given, steps: [...steps] })], driver);
      const { step, doing, expected, observed } = result?.failure ?? {};
      expect({ step, doing, expected, observed }).toEqual({});
      expect(result?.verdict).toBe('passed');
    });
  }
});
