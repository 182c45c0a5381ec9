import { test } from '@playwright/test';
import { contract } from '../../scenarios/playwright.ts';
import { hasSharedData, needsSharedData, sharedFolder } from '../shared-data.ts';

test.describe('the seed page', () => {
  needsSharedData();
  test('is here', () => {
    test.expect(hasSharedData).toBe(true);
  });
});

// The page that all began with, in both renderings.
if (hasSharedData) {
  await contract(['seed/image_share_permission.python.md', 'docs/r/image_share_permission.html.markdown'], {
    cwd: sharedFolder,
  });
}
