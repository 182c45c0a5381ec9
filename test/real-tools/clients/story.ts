import { expect, test } from './world.ts';

/**
 * What each SDK's program tells. It finds the region, starts 12 instances with a tag that needs encoding,
 * lists them by that tag in pages of 10, makes an image of the first, shares it, tries to delete it,
 * deletes the instances and counts what is left.
 */
export const story = {
  hasRegion: true,
  started: true,
  pages: [10, 2],
  status: ['Running'],
  tag: { key: 'Kø y', value: "ü 'x' (a)*~+&=/%" },
  image: { name: 'golden', status: 'Available', gib: 40 },
  sharedWith: ['1000000000000002'],
  refused: { code: 'ImageUseShared', status: 403 },
  left: 0,
};

export interface Program {
  readonly title: string;
  readonly command: () => string;
  readonly args: () => readonly string[];
  /** What it tells when its secret is wrong, if the client has words of its own for it. */
  readonly wrongSecret?: unknown;
}

/** The story in both modes, and a wrong secret in strict mode. */
export const tellsTheStory = ({ title, command, args, wrongSecret }: Program): void => {
  for (const auth of ['open', 'strict'] as const) {
    test.describe(`--auth ${auth}`, () => {
      test.use({ auth });
      test(title, async ({ world }) => {
        const { told, ended } = await world.tell(command(), args());
        expect(told, ended.stderr).toEqual(story);
        expect(ended.exitCode).toBe(0);
        // The other account sees what the program shared.
        expect(await world.call('other', 'DescribeImages', { ImageOwnerAlias: 'others' })).toMatchObject({
          Images: { Image: [{ ImageName: 'golden' }] },
        });
      });
    });
  }

  test.describe('with a wrong secret', () => {
    test.use({ auth: 'strict' });
    test(`${title} is refused`, async ({ world }) => {
      const changed = { ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'wrong' };
      const { told, ended } = await world.tell(command(), args(), changed);
      expect(told, ended.stderr).toEqual(
        wrongSecret ?? { error: { code: 'SignatureDoesNotMatch', status: 400 } },
      );
      expect(ended.exitCode).toBe(1);
    });
  });
};
