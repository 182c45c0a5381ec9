import { expect, test } from '@playwright/test';
import {
  findInstanceType,
  instanceFamilies,
  instanceTypes,
} from '../../../emulator/catalog/instance-types.ts';
import { publicImages } from '../../../emulator/catalog/public-images.ts';
import { findRegion, regionOfZone, regions } from '../../../emulator/catalog/regions.ts';
import { diskCategoriesOf, instanceTypesSoldIn, isSoldIn } from '../../../emulator/catalog/supply.ts';

const zoneIds = regions.flatMap(({ zones }) => zones.map(({ zoneId }) => zoneId));

test('there are at least 20 regions, each with zones and an id code of its own', () => {
  expect(regions.length).toBeGreaterThanOrEqual(20);
  expect(new Set(regions.map(({ idCode }) => idCode)).size).toBe(regions.length);
  for (const { idCode, zones } of regions) {
    expect(idCode).toMatch(/^[a-z0-9]{3}$/);
    expect(zones.length).toBeGreaterThan(0);
  }
  expect(new Set(zoneIds).size).toBe(zoneIds.length);
});

test('zones are spelled as ECS spells them', () => {
  expect(regionOfZone('cn-hangzhou-h')?.regionId).toBe('cn-hangzhou');
  expect(regionOfZone('ap-southeast-1a')?.regionId).toBe('ap-southeast-1');
  expect(regionOfZone('us-west-1b')).toBe(findRegion('us-west-1'));
  expect(regionOfZone('ap-southeast-1-a')).toBeUndefined();
});

test('all documented instance types are there with plausible figures', () => {
  expect(instanceTypes()).toHaveLength(706);
  expect(instanceFamilies()).toHaveLength(144);
  for (const type of instanceTypes()) {
    expect(type.id.startsWith(`${type.family}.`) || type.id.startsWith(`${type.family}-`), type.id).toBe(
      true,
    );
    for (const figure of [
      type.vcpu,
      type.memoryGiB,
      type.bandwidthKbps,
      type.pps,
      type.nicQueues,
      type.eniQuantity,
      type.privateIpsPerEni,
    ]) {
      expect(figure, type.id).toBeGreaterThan(0);
    }
  }
});

test('figures are read from their own columns', () => {
  expect(findInstanceType('ecs.sn1ne.large')).toMatchObject({
    family: 'ecs.sn1ne',
    vcpu: 2,
    memoryGiB: 4,
    bandwidthKbps: 1_024_000,
    pps: 300_000,
    nicQueues: 2,
    eniQuantity: 2,
    privateIpsPerEni: 6,
    gpu: null,
    credit: null,
    localDisks: null,
  });
  expect(findInstanceType('ecs.t5-lc1m1.small')?.credit).toEqual({
    baselinePercent: 20,
    perHour: 12,
    most: 288,
  });
  expect(findInstanceType('ecs.d1.2xlarge')?.localDisks).toEqual({ amount: 4, sizeGb: 5500 });
  expect(findInstanceType('ecs.gn6v-c8g1.8xlarge')?.gpu).toEqual({
    spec: 'NVIDIA V100',
    amount: 4,
    memoryGb: 16,
  });
  expect(findInstanceType('ecs.vgn6i-m8.2xlarge')?.gpu).toEqual({
    spec: 'NVIDIA T4*1/2',
    amount: 1,
    memoryGb: 8,
  });
  expect(findInstanceType('ecs.nonsense.large')).toBeUndefined();
});

test('every zone sells the common families, and not every zone everything', () => {
  for (const zoneId of zoneIds) {
    expect(isSoldIn('ecs.sn1ne.large', zoneId), zoneId).toBe(true);
    expect(isSoldIn('ecs.g6.large', zoneId), zoneId).toBe(true);
    expect(isSoldIn('ecs.t1.small', zoneId), zoneId).toBe(false);
    expect(diskCategoriesOf(zoneId)).toEqual(expect.arrayContaining(['cloud_efficiency', 'cloud_essd']));
  }
  expect(isSoldIn('ecs.g7.large', 'cn-hangzhou-k')).toBe(true);
  expect(isSoldIn('ecs.g7.large', 'cn-hangzhou-b'), 'rebuilt').toBe(true);
  expect(isSoldIn('ecs.i2.xlarge', 'cn-hangzhou-b'), 'rebuilt').toBe(true);
  expect(isSoldIn('ecs.g7.large', 'cn-hangzhou-c')).toBe(false);
  expect(isSoldIn('ecs.gn6v-c8g1.8xlarge', 'cn-hangzhou-k')).toBe(true);
  expect(isSoldIn('ecs.gn6v-c8g1.8xlarge', 'me-east-1a')).toBe(false);
  expect(isSoldIn('ecs.g6.large', 'cn-nowhere-a')).toBe(false);
  expect(instanceTypesSoldIn('cn-hangzhou-c').length).toBeLessThan(
    instanceTypesSoldIn('cn-hangzhou-k').length,
  );
  expect(diskCategoriesOf('cn-nowhere-a')).toEqual([]);
});

const publicImageOf = (imageId: string): unknown => publicImages.find(({ id }) => id === imageId);

test('public images are listed newest first, each with an id of its own', () => {
  const dates = publicImages.map(({ createdAt }) => createdAt);
  expect(dates).toEqual([...dates].sort((a, b) => b - a));
  // Clients that look for the most recent image sort by the time, in an order that equal times leave open.
  expect(new Set(dates).size).toBe(publicImages.length);
  expect(new Set(publicImages.map(({ id }) => id)).size).toBe(publicImages.length);
  expect(publicImageOf('ubuntu_18_04_x64_20G_alibase_20230208.vhd')).toMatchObject({
    imageFamily: 'acs:ubuntu_18_04_x64',
    platform: 'Ubuntu',
    architecture: 'x86_64',
    size: 20,
    osType: 'linux',
  });
  expect(publicImageOf('win2022_21H2_x64_dtc_en-us_40G_alibase_20241111.vhd')).toMatchObject({
    osType: 'windows',
    size: 40,
    osName: 'Windows Server  2022 数据中心版 64位英文版',
    osNameEn: 'Windows Server  2022 Datacenter Edition 64bit English Edition',
  });
  expect(publicImageOf('ubuntu_22_04_arm64_20G_alibase_20241016.vhd')).toMatchObject({
    osName: 'Ubuntu  22.04 64位 ARM版',
    osNameEn: 'Ubuntu  22.04 64 bit for ARM',
  });
  expect(publicImageOf('nonsense.vhd')).toBeUndefined();
});

test('the name patterns that pages use find images', () => {
  for (const pattern of [
    /^ubuntu_18.*64/,
    /^ubuntu_[0-9]+_[0-9]+_x64*/,
    /^centos_7/,
    /^win.*/,
    /^aliyun_3/,
    /^aliyun_3_x64_20G_scc*/,
    /^freebsd.*/,
    /arm64/,
  ]) {
    expect(
      publicImages.some(({ imageName }) => pattern.test(imageName)),
      String(pattern),
    ).toBe(true);
  }
});
