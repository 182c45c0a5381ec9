import path from 'node:path';
import { go } from '../go.ts';
import { needsTool, toolFolder } from '../tool.ts';
import { tellsTheStory } from './story.ts';

needsTool(go);

const program = (name: string) => (): string => path.join(toolFolder(go), name);

tellsTheStory({ title: 'alibabacloud-go/ecs-20140526', command: program('current'), args: () => [] });

tellsTheStory({
  title: 'alibaba-cloud-sdk-go',
  command: program('classic'),
  args: () => [],
  wrongSecret: {
    error: { code: 'SignatureDoesNotMatch', status: 400, reason: 'InvalidAccessKeySecret' },
  },
});
