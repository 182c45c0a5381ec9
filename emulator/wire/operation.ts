import type { EcsModels } from './generated/ecs-types.generated.ts';
import type { StsModels } from './generated/sts-types.generated.ts';
import type { VpcModels } from './generated/vpc-types.generated.ts';

type Method = (...parameters: never[]) => unknown;

/** Names of members that are declared; the SDK's models have an index signature of `any` besides. */
type DeclaredKey<Key> = string extends Key ? never : number extends Key ? never : Key;

/** The data members of an SDK model, methods left out, all the way down. */
export type Plain<T> = T extends readonly (infer Item)[]
  ? Plain<Item>[]
  : T extends Record<string, unknown> | object
    ? { [Key in keyof T as T[Key] extends Method ? never : DeclaredKey<Key>]: Plain<T[Key]> }
    : T;

/** A decoded request: plain data, with the required members present. */
export type Request<Model, Required extends PropertyKey> = Readonly<
  Plain<Model> & { [Key in Extract<keyof Plain<Model>, Required>]-?: NonNullable<Plain<Model>[Key]> }
>;

/** A response without its RequestId, which the wire adds. Absent members may be given as undefined. */
export type Response<Model> = LooselyOptional<Omit<Plain<Model>, 'requestId'>>;

type LooselyOptional<T> = T extends readonly (infer Item)[]
  ? readonly LooselyOptional<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: LooselyOptional<T[Key]> | undefined }
    : T;

/**
 * One API action as a function: a decoded request in, the response body out. The official SDK's models
 * are its types (design decision 1). It throws a fault (see fault.ts) and nothing else.
 */
export type Operation<Entry, Context> = Entry extends [
  infer RequestModel,
  infer Required,
  infer ResponseModel,
]
  ? (
      request: Request<RequestModel, Extract<Required, PropertyKey>>,
      context: Context,
    ) => Response<ResponseModel>
  : never;

export type { EcsModels, StsModels, VpcModels };
