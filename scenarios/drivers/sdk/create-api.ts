import type { Api } from '../../bindings/api.ts';
import { sessionHeader } from './wire.ts';
import type { Sdk, SdkPackage } from './load-sdk.ts';

export interface Identity {
  readonly accessKeyId: string;
  readonly accountId: string;
  readonly regionId: string;
  /** The session that the calls belong to; see wire.ts. */
  readonly session: string;
  readonly waitLimitMs: number;
}

/** The SDK's clients for one account, made when first called. */
export const createApi = (sdk: Sdk, identity: Identity): Api => {
  const { accessKeyId, accountId, regionId, session, waitLimitMs } = identity;
  const caller = (product: 'ecs' | 'vpc'): ((action: string, request: object) => Promise<never>) => {
    let client: object | undefined;
    return async (action, request) => {
      client ??= new sdk[product].Client(
        sdk.newConfig({
          accessKeyId,
          accessKeySecret: 'any secret will do: the emulator runs in this process',
          regionId,
          endpoint: `${product}.${regionId}.aliyuncs.com`,
          headers: { [sessionHeader]: session },
        }),
      );
      return callAction(sdk[product], client, action, request);
    };
  };
  return { ecs: caller('ecs'), vpc: caller('vpc'), accountId, regionId, waitLimitMs };
};

/**
 * `client.runInstances(new RunInstancesRequest(request))`, by the action's name. The names are checked when
 * called; the types of request and response are those that `Calls` (bindings/api.ts) takes from the SDK.
 */
const callAction = async (
  { models }: SdkPackage,
  client: object,
  action: string,
  request: object,
): Promise<never> => {
  const method: unknown = Reflect.get(client, action.charAt(0).toLowerCase() + action.slice(1));
  const Request: unknown = Reflect.get(models, `${action}Request`);
  if (typeof method !== 'function' || typeof Request !== 'function') {
    throw new Error(`the SDK has no action ${action}`);
  }
  const response: unknown = await Reflect.apply(method, client, [Reflect.construct(Request, [request])]);
  if (typeof response !== 'object' || response === null || !('body' in response)) {
    throw new Error(`the SDK gave no body for ${action}`);
  }
  return response.body as never;
};
