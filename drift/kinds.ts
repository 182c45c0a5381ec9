import type { Rule, RuleCatalogue } from '../findings/index.ts';

type Kind = Pick<Rule, 'severity' | 'what' | 'why' | 'example' | 'form'>;

/** The kinds of drift. A rule's id is "drift-" and its kind. A comparison may lower the severity, and says why. */
export const kinds = {
  undocumented: {
    severity: 'warning',
    what: 'Something that can be set is not described.',
    why: 'Users do not find it.',
    example: 'schema: "bursting_enabled": {"optional":true}; the page has no `bursting_enabled`',
    form: '* `bursting_enabled` - (Optional, Bool) …',
  },
  'documented-only': {
    severity: 'error',
    what: 'Something is described that is not there.',
    why: 'A configuration that uses it is refused.',
    example: '* `disk_id` - (Optional) …; the schema has no `disk_id`',
    form: 'The bullet is gone, or has the name of the schema.',
  },
  'required-optional': {
    severity: 'error',
    what: 'The two sides disagree on whether an argument must be set.',
    why: 'A configuration without it is refused, or users set what they need not.',
    example: '* `size` - (Required) …; schema: "size": {"optional":true}',
    form: '* `size` - (Optional) …',
  },
  'force-new': {
    severity: 'error',
    what: 'The two sides disagree on whether a change makes a new resource.',
    why: 'Users lose a resource that they meant to change, or do not dare to change it.',
    example: '* `zone_id` - (Optional) …; a change of it was seen to replace the resource',
    form: '* `zone_id` - (Optional, ForceNew) …',
  },
  computed: {
    severity: 'error',
    what: 'The two sides disagree on whether a value is set by the user or filled in.',
    why: 'A configuration that sets a read-only value is refused.',
    example: '* `create_time` - (Optional) …; schema: "create_time": {"computed":true}',
    form: '`create_time` is described in the Attributes Reference.',
  },
  type: {
    severity: 'error',
    what: 'The two sides disagree on the type of a value.',
    why: 'A configuration or an expression with the wrong type fails.',
    example: '* `tags` - (Optional, List) …; schema: "tags": {"type":"map(string)"}',
    form: '* `tags` - (Optional, Map) …',
  },
  nesting: {
    severity: 'error',
    what: 'Something stands in another block than described.',
    why: 'A configuration written as described is refused.',
    example: '`pairs.instances.tags` on the page; `pairs.tags` in the schema',
    form: '`tags` is described in `pairs`.',
  },
  deprecated: {
    severity: 'warning',
    what: 'The two sides disagree on whether something is deprecated.',
    why: 'Users keep writing what will go, or avoid what stays.',
    example: '* `name` - (Optional) …; schema: "name": {"optional":true,"deprecated":true}',
    form: '* `name` - (Optional, Deprecated since v1.119.0) …',
  },
  sensitive: {
    severity: 'warning',
    what: 'The two sides disagree on whether a value is kept out of output.',
    why: 'Users rely on a secret not being printed.',
    example: '* `password` - (Optional, Sensitive) …; schema: "password": {"optional":true}',
    form: '* `password` - (Optional) …, or "sensitive" in the schema',
  },
  default: {
    severity: 'warning',
    what: 'The two sides disagree on the default of an argument.',
    why: 'Leaving it out does something else than described.',
    example: '* `period_unit` - (Optional) Default value: `Week`.; the provider takes `Month`',
    form: '* `period_unit` - (Optional) Default value: `Month`.',
  },
  'valid-values': {
    severity: 'warning',
    what: 'The two sides disagree on the values that are taken.',
    why: 'A documented value is refused, or a useful one stays unknown.',
    example:
      '* `http_tokens` - (Optional) Valid values: `on`, `off`.; the provider takes `optional`, `required`',
    form: '* `http_tokens` - (Optional) Valid values: `optional`, `required`.',
  },
  limit: {
    severity: 'warning',
    what: 'The two sides disagree on a range, a length or a number of entries.',
    why: 'A value within the documented limits is refused, or a useful one stays unknown.',
    example: '* `data_disks` - (Optional) Up to 20 data disks.; schema: "max_items": 16',
    form: '* `data_disks` - (Optional) Up to 16 data disks.',
  },
  'id-format': {
    severity: 'error',
    what: 'The two sides disagree on the form of the id.',
    why: 'Imports and references that are built from its parts fail.',
    example: '* `id` - … `<account_id>:<image_id>`; the id was seen to be <image_id>:<account_id>',
    form: '* `id` - … `<image_id>:<account_id>`',
  },
  import: {
    severity: 'error',
    what: 'The two sides disagree on how the resource is imported.',
    why: 'The import command fails.',
    example: 'terraform import alicloud_x.default a:b; the import of an id of two parts failed',
    form: 'terraform import alicloud_x.default a',
  },
  timeouts: {
    severity: 'warning',
    what: 'The two sides disagree on the timeouts that can be set.',
    why: 'A timeout that does not exist is refused, and one that is not described is not found.',
    example: '* `update` - (Defaults to 5 mins) …; the schema has timeouts for create and delete only',
    form: 'The bullet is gone.',
  },
  'attribute-missing': {
    severity: 'warning',
    what: 'An attribute is exported and not described.',
    why: 'Users do not find it.',
    example: 'schema: "create_time": {"computed":true}; the page has no `create_time`',
    form: '* `create_time` - …',
  },
  subject: {
    severity: 'error',
    what: 'A resource or data source is on one side only.',
    why: 'The page describes nothing that can be used, or something has no page.',
    example: '# alicloud_cen_vbr_health_chekcs; the schema has no such type',
    form: '# alicloud_cen_vbr_health_checks',
  },
  'not-compared': {
    severity: 'info',
    what: 'The source knows nothing of the resource or data source.',
    why: 'That nothing else was found says nothing about the page.',
    example: '# alicloud_vpc_flow_log; the SDK has no binding for it',
    form: 'The page is compared with another source.',
  },
  'contract-broken': {
    severity: 'error',
    what: 'A promise of the page was not kept when it was tried.',
    why: 'Users who rely on it meet an error or another result.',
    example: '* `status` - The status.; no status was read after the creation',
    form: 'The promise is gone, or is kept.',
  },
  'api-parameter': {
    severity: 'warning',
    what: 'An argument has no parameter in the requests that the resource makes.',
    why: 'Whatever a user sets there never reaches the API.',
    example: '* `colour` - (Optional) …; CreateVpc and ModifyVpcAttribute have no Colour',
    form: 'The bullet is gone, or names what the API takes.',
  },
  'api-field': {
    severity: 'info',
    what: 'A field of the response is named by no attribute.',
    why: 'Users cannot read what the API tells.',
    example: 'DescribeVpcs answers VpcStatus; the page has no attribute for it',
    form: '* `vpc_status` - …, if the provider exports it',
  },
  note: {
    severity: 'warning',
    what: 'A note is on one side only, or reads differently.',
    why: 'One of the two readers is not told of a rule.',
    example: '-> **NOTE:** You can only share your own images.; not on the other page',
    form: 'Both pages have the note.',
  },
  example: {
    severity: 'warning',
    what: 'The examples of the two sides do different things.',
    why: 'One of the two shows something that the other does not.',
    example: 'resource "random_integer" "default" {…}; not in the other example',
    form: 'Both examples have the block.',
  },
  rendering: {
    severity: 'info',
    what: 'The parser finds something wrong with one side only.',
    why: 'One of the two is rendered or read worse than the other.',
    example: '## Attributes Reference0; the other page has ## Attributes Reference',
    form: '## Attributes Reference',
  },
  text: {
    severity: 'info',
    what: 'The two sides describe the same thing in other words.',
    why: 'One of the two may be out of date.',
    example: '* `image_id` - (Required) The image.; * `image_id` - (Required) The source image ID.',
    form: 'Both pages use the same words.',
  },
} as const satisfies Record<string, Kind>;

export type DriftKind = keyof typeof kinds;

export const driftKinds = Object.keys(kinds) as readonly DriftKind[];

/** The rule of a kind, as findings name it. */
export const ruleOf = (kind: DriftKind): string => `drift-${kind}`;

/** The rules of all kinds, for reports. */
export const driftCatalogue: RuleCatalogue = driftKinds.map((kind) => ({
  id: ruleOf(kind),
  kind,
  ...kinds[kind],
}));
