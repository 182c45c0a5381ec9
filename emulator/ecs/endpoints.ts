import type { Context } from '../context.ts';

/**
 * Where a product is reached in a region. A client that calls the emulator by an address of its own is
 * told that address again, so that it stays with the emulator.
 */
export const endpointOf = (product: 'ecs' | 'vpc', regionId: string, { host }: Context): string =>
  host === '' || /(?:^|\.)aliyuncs\.com$/.test(host) ? `${product}.${regionId}.aliyuncs.com` : host;
