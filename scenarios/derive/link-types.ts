/** Types of the resources that may link what a data source lists to something else, told by names. */
import type { PageSpec } from '../../docs-parser/index.ts';
import { singularsOf, targetTypes } from './reference-names.ts';
import { providerOf } from './values.ts';

/** Types of the pages that may link what a data source lists, by the names of its attributes; see linked.ts. */
export const linkTypesOf = (page: PageSpec): string[] =>
  page.kind === 'resource'
    ? []
    : [
        ...singularsOf(page.name).flatMap(attachmentsOf),
        ...page.attributes.flatMap(({ path }) => [
          ...targetTypes(path[1] ?? '', providerOf(page.name)).map(attachmentOf),
          ...membersOf(path[1] ?? '', page.name),
        ]),
      ];

/** "alicloud_disk" → "alicloud_ecs_disk_attachment", "alicloud_disk_attachment" */
export const attachmentsOf = (type: string): string[] => {
  const provider = providerOf(type);
  const noun = type.slice(provider.length + 1).replace(/^ecs_/, '');
  return [`${provider}_ecs_${noun}`, `${provider}_${noun}`].map(attachmentOf);
};

/** "alicloud_disk" → "alicloud_disk_attachment" */
export const attachmentOf = (type: string): string => `${type}_attachment`;

/** "instance_ids", "instances" → types of what there are several of in the listed thing. */
export const membersOf = (name: string, pageName: string): string[] =>
  /_ids$/.test(name)
    ? targetTypes(name, providerOf(pageName))
    : singularsOf(name).flatMap((one) => targetTypes(`${one}_id`, providerOf(pageName)));
