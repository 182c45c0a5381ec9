import { snakeCase } from './names.ts';
import type { TerraformNames } from './names.ts';
import type { Import } from './program.ts';

/** What a class of the bindings, or of cdktf itself, stands for in Terraform. */
export interface TerraformClass {
  readonly kind: 'resource' | 'data' | 'provider' | 'variable' | 'output' | 'local' | 'other';
  /** "alicloud_vpc"; a provider's name; empty for what has no type. */
  readonly type: string;
}

const cdktfClasses: ReadonlyMap<string, TerraformClass> = new Map([
  ['TerraformVariable', { kind: 'variable', type: '' }],
  ['TerraformOutput', { kind: 'output', type: '' }],
  ['TerraformLocal', { kind: 'local', type: '' }],
  ['DataResource', { kind: 'resource', type: 'terraform_data' }],
]);

/**
 * Names that the bindings may not have: `alicloud_string` would be the class StringResource.
 * Source: sanitizeClassOrNamespaceName in provider-generator's resource-parser.ts.
 */
const sanitized =
  /^(string|object|function|implements|interface|let|package|private|protected|public|static|yield|await|license|version|provider|index)_resource$/;

interface Module {
  readonly provider: string;
  /** "vpc_peer_connection", "data_alicloud_zones", "provider"; null where the import names the provider only. */
  readonly name: string | null;
}

/** Finds the Terraform type of a class by the module that it is imported from, which spells the type out. */
export class Classes {
  readonly #named = new Map<string, Module>();
  readonly #byLetters = new Map<string, Module>();
  readonly #names: TerraformNames;
  readonly #modules = new Set<string>();
  #provider: string | undefined;

  constructor(imports: readonly Import[], names: TerraformNames) {
    this.#names = names;
    for (const { path, name } of imports) {
      // Terraform modules are no blocks of the graph.
      if (path.includes('modules') && name !== null) this.#modules.add(name);
      const module = moduleOf(path, name);
      if (module === undefined) continue;
      this.#provider ??= module.provider;
      if (name !== null) this.#named.set(name, module);
      if (module.name !== null) this.#byLetters.set(letters(module.name), module);
    }
  }

  /**
   * @param path the class with what qualifies it: ["alicloud", "vpc", "Vpc"]
   */
  of(path: readonly string[]): TerraformClass {
    const className = path.at(-1) ?? '';
    const own = cdktfClasses.get(className);
    if (own !== undefined) return own;
    if (/^(?:App|Testing|Terraform[A-Z]\w*|\w+Backend|Lazy)$/.test(className))
      return { kind: 'other', type: '' };
    if (path.some((part) => this.#modules.has(part))) return { kind: 'other', type: '' };
    const module = this.#moduleOf(path.slice(0, -1), className);
    return module === undefined ? { kind: 'other', type: '' } : this.#typeOf(module, className);
  }

  #moduleOf(qualifiers: readonly string[], className: string): Module | undefined {
    const [alias, ...modules] = qualifiers;
    const named = this.#named.get(alias ?? className);
    // `new alicloud.vpc.Vpc(…)` names provider and module, `new vpc.Vpc(…)` the module.
    const module = modules.at(-1) ?? (named === undefined || named.name !== null ? alias : undefined);
    if (named !== undefined && (module === undefined || named.name !== null)) return named;
    const byLetters = this.#byLetters.get(letters(className));
    // Go's packages have no breaks (`ecshpccluster`): there the class has them.
    if (byLetters !== undefined)
      return byLetters.name?.includes('_') === true
        ? byLetters
        : { ...byLetters, name: snakeCase(className) };
    const provider =
      named?.provider ?? (modules.length > 0 ? alias : undefined) ?? this.#provider ?? this.#names.provider;
    if (module !== undefined && letters(module) !== letters(provider ?? ''))
      return { provider: snakeCase(provider ?? module), name: snakeCase(module) };
    return provider === undefined ? undefined : { provider: snakeCase(provider), name: null };
  }

  #typeOf({ provider, name }: Module, className: string): TerraformClass {
    const module = name ?? snakeCase(className);
    if (module === 'provider' || letters(className) === `${letters(provider)}provider`)
      return { kind: 'provider', type: provider };
    const data = /^data_(.+)$/.exec(module)?.[1];
    if (data !== undefined) return { kind: 'data', type: this.#names.of(data) };
    const resource = sanitized.exec(module)?.[1] ?? module;
    return { kind: 'resource', type: this.#names.of(`${provider}_${resource}`) };
  }
}

const letters = (name: string): string => name.replaceAll(/[^a-zA-Z0-9]/g, '').toLowerCase();

/**
 * The provider's module that an import names:
 * Python `imports.alicloud.vpc`, TypeScript `./.gen/providers/alicloud/data-alicloud-zones`,
 * Go `cdk.tf/go/stack/generated/alicloud/vpc`, Java `imports.alicloud.vpc.peer.connection.VpcPeerConnection`,
 * C# `alicloud.Vpc.Peer.Connection`, and the older `gen.providers.alicloud`. Ready-made bindings are
 * `@cdktf/provider-aws/lib/vpc`, `cdktf_cdktf_provider_aws.vpc`, `com.hashicorp.cdktf.providers.aws.vpc.Vpc`
 * and `github.com/cdktf/cdktf-provider-aws-go/aws/v19/vpc`.
 */
const moduleOf = (path: readonly string[], name: string | null): Module | undefined => {
  const parts = path.filter((part) => part !== '' && part !== '.' && part !== '..' && part !== 'lib');
  const readyMade = parts.findIndex((part) => readyMadeBindings.test(part));
  if (readyMade !== -1) {
    const [, own = ''] = readyMadeBindings.exec(parts[readyMade] ?? '') ?? [];
    const inside = parts.slice(readyMade + 1).filter((part) => part !== own && !/^v\d+$/.test(part));
    return moduleOf(['providers', own, ...inside], name);
  }
  const root = parts.findIndex((part) => /^(?:imports|providers|generated)$/i.test(part));
  const [first] = parts;
  if (parts.includes('modules')) return undefined;
  if (root === -1 && (first === undefined || name !== null || isForeign(parts))) return undefined;
  const [provider, ...rest] = parts.slice(root + 1);
  if (provider === undefined) return undefined;
  // What is imported by name is a class, unless it is the last thing that a path names.
  const isClass = /^[A-Z]/.test(rest.at(-1) ?? '') && root !== -1 && name !== null;
  const module = (isClass ? rest.slice(0, -1) : rest).map((part) => snakeCase(part.replaceAll('-', '_')));
  return { provider: snakeCase(provider), name: module.length === 0 ? null : module.join('_') };
};

const readyMadeBindings = /^(?:cdktf_cdktf_provider_|cdktf-provider-|provider-)([\w-]+?)(?:-go)?$/;

/** `System.Collections.Generic`, `HashiCorp.Cdktf`, `github.com/aws/constructs-go`: no provider's. */
const isForeign = ([first = '']: readonly string[]): boolean =>
  /^(?:System|HashiCorp|Constructs|Amazon|Microsoft|java|javax|com|org|software)$/.test(first) ||
  first.includes('.') ||
  /^(?:fmt|os|strings|log|context|cdktf|constructs|jsii)$/.test(first);
