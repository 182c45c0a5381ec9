import path from 'node:path';
import { classPathIn, java } from '../java.ts';
import { needsTool, toolFolder } from '../tool.ts';
import { tellsTheStory } from './story.ts';

needsTool(java);

tellsTheStory({
  title: 'com.aliyun:ecs20140526',
  command: () => 'java',
  // One file is compiled and run at once; its encoding is not left to the machine's locale.
  args: () => [
    '-Dfile.encoding=UTF-8',
    '-cp',
    classPathIn(toolFolder(java)),
    path.join(import.meta.dirname, '..', 'java', 'Story.java'),
  ],
});
