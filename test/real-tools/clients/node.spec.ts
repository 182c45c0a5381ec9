import path from 'node:path';
import { tellsTheStory } from './story.ts';

tellsTheStory({
  title: '@alicloud/pop-core',
  command: () => process.execPath,
  args: () => [path.join(import.meta.dirname, '..', 'node', 'pop-core.js')],
});
