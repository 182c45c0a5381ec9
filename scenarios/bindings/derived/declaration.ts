/**
 * What a type's binding has to be told; everything else follows from the names in the provider's schema and in
 * the SDK's models. The actions are those that the provider (v1.240.0) calls.
 */
import type { ProductName } from '../../../emulator/wire/products.ts';
import type { Value } from '../../scenario.ts';
import type { Api, Arguments } from '../binding.ts';

/** Argument or attribute → wire name, where it is another than its own: "SystemDisk.DiskName". */
export type Renamed = Readonly<Record<string, string>>;

/** A parameter that is the same in every call, or follows from the arguments. */
export type Constants = Readonly<
  Record<string, Value | ((values: Arguments, api: Api) => Value | undefined)>
>;

/** One call. */
export interface Step {
  readonly action: string;
  /** Only where it is true of the configuration, e.g. CreateKeyPair where no public key is given. */
  readonly when?: (values: Arguments) => boolean;
  /** Parameters by wire name. */
  readonly set?: Constants;
  readonly parameters?: Renamed;
  /** An update: the arguments that it is called for, where their names do not tell. */
  readonly for?: readonly string[];
  /** An update that sends the whole configuration, not only what changes; what changes goes before what is so already. */
  readonly isWhole?: true;
  /** An update that sends what a list has more than before, or no more; of a number, by how much it grew. */
  readonly sends?: 'added' | 'removed';
  /** The arguments that it takes and does not send. */
  readonly omit?: readonly string[];
}

/** A step is named by its action where there is no more to say. */
export const stepOf = (step: string | Step): Step => (typeof step === 'string' ? { action: step } : step);

export interface ReadStep extends Step {
  /** Path to the list of items, or to the one item, in the answer: "Disks.Disk"; "": the answer itself. */
  readonly item: string;
  /** Of several items, the one with the greatest number here. */
  readonly newest?: string;
  /** Member of the item that holds most attributes: "LaunchTemplateData". */
  readonly within?: string;
  /** Parameter that takes the id; a text parameter named …Ids takes a JSON list. */
  readonly by?: string;
  /** Field of an item that must equal a part of the id, where the request does not choose. */
  readonly match?: Renamed;
}

interface Common {
  readonly type: string;
  /** Other types that are the same resource. */
  readonly aliases?: readonly string[];
  /** Default: Ecs. */
  readonly product?: ProductName;
  /** Argument → parameter, in all calls. */
  readonly parameters?: Renamed;
  /** Attribute → field of the item; null: none, although a field has its name. */
  readonly fields?: Readonly<Record<string, string | null>>;
  /** Fields of the item that attributes come from where a name tells no more: an older network's addresses. */
  readonly alsoRead?: readonly string[];
  /** Argument → the provider's values with the API's. */
  readonly translated?: Readonly<Record<string, Renamed>>;
  /** Arguments that the provider acts on without a parameter of these actions, with what it does. */
  readonly clientSide?: Readonly<Record<string, string>>;
}

export interface ResourceDeclaration extends Common {
  /** Path in the reply of the creation ("DiskId"), or a template of arguments: "<disk_id>:<instance_id>". */
  readonly id: string;
  /** Parameter that takes the id in all calls but the creation, where the id is no template. */
  readonly key?: string;
  readonly create: readonly (string | Step)[];
  readonly read: ReadStep;
  readonly update?: readonly (string | Step)[];
  readonly delete?: string | Step;
  /** Resource type in TagResources and UntagResources. */
  readonly tags?: string;
  /** The argument that has these tags. Default: tags. */
  readonly tagsArgument?: string;
  /** Resource type in JoinResourceGroup. */
  readonly group?: string;
  /** Values of a field of the item, one of which the creation waits for. */
  readonly ready?: { readonly field: string; readonly values: readonly [string, ...string[]] };
  /** Waits until it can be read no more after it was deleted. Default: true. */
  readonly waitsForEnd?: boolean;
  /** Values of a field that stand for gone. */
  readonly goneWhen?: { readonly field: string; readonly values: readonly string[] };
  /** Takes over what the names do not tell, after everything else was read. */
  readonly also?: (
    item: Readonly<Record<string, Value>>,
    id: string,
    api: Api,
  ) => Arguments | Promise<Arguments>;
}

export interface DataDeclaration extends Common {
  readonly read: ReadStep;
  /** Output that lists the items: "disks". */
  readonly list: string;
  /** Older names of the same output. */
  readonly olderLists?: readonly string[];
  /** Field that `ids` lists, and that each item's `id` is. */
  readonly id: string;
  /** Field that `names` lists and `name_regex` is tried on. */
  readonly name?: string;
  /** Arguments that filter the answer here, with the field that must equal them. */
  readonly filters?: Renamed;
  /** What is asked about each item where the configuration has `enable_details`; `by` takes the item's id. */
  readonly details?: ReadStep & { readonly by: string };
  readonly also?: (item: Readonly<Record<string, Value>>, api: Api) => Arguments | Promise<Arguments>;
}
