import type { Api, Arguments } from '../bindings/binding.ts';
import type { Value } from '../scenario.ts';

/** What an act may use. */
export interface ActContext {
  readonly api: Api;
  /** The parameters, resolved. */
  readonly with: Arguments;
  /**
   * A block that the act needs besides, made in the acting account when first asked for and used again by
   * later acts of the session. It is destroyed with everything else.
   * @returns its attributes
   */
  readonly need: (address: string, values: Arguments) => Promise<Arguments>;
  /** Remembers a resource that the act itself made, so that it is destroyed with everything else. */
  readonly made: (type: string, id: string) => void;
}

/** A named act that is no verb of Terraform. */
export interface Act {
  readonly name: string;
  /** Names of the parameters that it must have; `optional` ones may be left out. */
  readonly parameters: readonly string[];
  readonly optional?: readonly string[];
  /** Carries it out. @returns its result, null if it has none */
  perform(context: ActContext): Promise<Value>;
}
