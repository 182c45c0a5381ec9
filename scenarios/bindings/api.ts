/** The official SDK's clients of one account in one region, as bindings and acts see them. */
import type { ProductName } from '../../emulator/wire/products.ts';
import type { Value } from '../scenario.ts';
import type { EcsModels, Plain, VpcModels } from '../../emulator/wire/operation.ts';

/** Data members of an SDK model, all optional, all the way down. An undefined member is not sent. */
type Fields<T> = T extends readonly (infer Item)[]
  ? readonly Fields<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]?: Fields<T[Key]> | undefined }
    : T;

type RequestOf<Entry> = Entry extends readonly [infer Model, unknown, unknown] ? Fields<Plain<Model>> : never;

export type ResponseOf<Entry> = Entry extends readonly [unknown, unknown, infer Model] ? Plain<Model> : never;

/**
 * Calls an action through the SDK's client: builds the SDK's request model from plain fields and gives the
 * body of the response. It throws the SDK's own error; see api-error.ts.
 */
export type Calls<Models> = <Action extends keyof Models & string>(
  action: Action,
  request: RequestOf<Models[Action]>,
) => Promise<ResponseOf<Models[Action]>>;

/** A request to OSS about a bucket, or about an object in it. */
export interface OssCall {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  readonly bucket: string;
  readonly key?: string;
  /** "bucketInfo" */
  readonly subResource?: string;
  /** By names in small letters. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface OssAnswer {
  /** By names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Api {
  readonly ecs: Calls<EcsModels>;
  readonly vpc: Calls<VpcModels>;
  /**
   * Calls an action by name, for bindings that are derived: request and answer are plain fields by the SDK's
   * property names.
   */
  readonly call: (
    product: ProductName,
    action: string,
    request: Readonly<Record<string, unknown>>,
  ) => Promise<Readonly<Record<string, Value>>>;
  /** Asks OSS, in the account's region. A refusal is thrown as the SDK throws one; see api-error.ts. */
  readonly oss: (call: OssCall) => Promise<OssAnswer>;
  /** The account whose access key signs the calls. */
  readonly accountId: string;
  readonly regionId: string;
  /** How long a change of status may take. */
  readonly waitLimitMs: number;
}
