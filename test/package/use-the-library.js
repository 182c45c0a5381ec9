// Run by .ci/packed-package in an empty folder: the README's library example, as a user would paste it.
import assert from 'node:assert/strict';
import { createEmulator } from 'alimock';
import { handlers } from 'alimock/msw';
import EcsModule, { DescribeRegionsRequest } from '@alicloud/ecs20140526';
import { setupServer } from 'msw/node';

const server = setupServer(...handlers(createEmulator()));
server.listen();
const ecs = new EcsModule.default({
  accessKeyId: 'any',
  accessKeySecret: 'any',
  regionId: 'cn-hangzhou',
  endpoint: 'ecs.cn-hangzhou.aliyuncs.com',
});
const { body } = await ecs.describeRegions(new DescribeRegionsRequest({}));
assert.ok(body.regions.region.length >= 20);
server.close();
