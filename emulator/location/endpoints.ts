import { findRegion } from '../catalog/regions.ts';
import type { Context } from '../context.ts';
import { fault } from '../wire/fault.ts';

interface EndpointRequest {
  /** Region. */
  readonly id: string;
  /** "ecs", "vpc", "sts". */
  readonly serviceCode: string;
  /** "openAPI" (default) or "innerAPI". */
  readonly type?: string;
}

const servedHere: ReadonlySet<string> = new Set([
  'ecs',
  'vpc',
  'sts',
  'location',
  'ram',
  'kms',
  'resourcemanager',
  'oss',
]);

/** APIs with one host for all regions. */
const centralHosts: ReadonlyMap<string, string> = new Map([
  ['location', 'location-readonly'],
  ['ram', 'ram'],
  ['resourcemanager', 'resourcemanager'],
]);

/**
 * Where an API is reached in a region: at this server, for the APIs that it serves, so that a client that
 * asks goes on talking to it. An API that it does not serve has no endpoint.
 */
export const describeEndpoints = (request: EndpointRequest, context: Context): unknown => ({
  endpoints: { endpoint: servedHere.has(request.serviceCode.toLowerCase()) ? [entry(request, context)] : [] },
  success: true,
});

/** The single endpoint of an API. @throws Fault InvalidProduct.NotFound */
export const describeEndpoint = (request: EndpointRequest, context: Context): unknown => {
  if (!servedHere.has(request.serviceCode.toLowerCase())) {
    throw fault('InvalidProduct.NotFound', { ServiceCode: request.serviceCode });
  }
  return { endpoint: entry(request, context), success: true };
};

const entry = ({ id, serviceCode, type = 'openAPI' }: EndpointRequest, { host }: Context): unknown => {
  if (findRegion(id) === undefined) throw fault('InvalidRegionId.NotFound', { RegionId: id });
  const code = serviceCode.toLowerCase();
  const isReal = host === '' || /(?:^|\.)aliyuncs\.com$/.test(host);
  const name = code === 'oss' ? `oss-${id}` : (centralHosts.get(code) ?? `${code}.${id}`);
  return {
    endpoint: isReal ? `${name}.aliyuncs.com` : host,
    id,
    namespace: '',
    protocols: { protocols: ['HTTP', 'HTTPS'].slice(0, isReal ? 2 : 1) },
    serivceCode: code,
    type,
  };
};
