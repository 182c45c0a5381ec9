import { useMemo, useState } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { useOverview, useResources } from '../api/queries.ts';
import type { ResourceLine } from '../api/types.ts';
import { cellText, label } from '../format.ts';
import { go, hrefOf, usePlace } from '../navigation.ts';
import { useScope } from '../scope.ts';
import { matching, searchTexts } from '../search.ts';
import { Choice } from '../ui/choice.tsx';
import { Status } from '../ui/status.tsx';
import { VirtualTable } from '../ui/virtual-table.tsx';
import type { Column } from '../ui/virtual-table.tsx';
import { ResourcePanel } from './resource-panel.tsx';

export const ResourcesScreen = () => {
  const { parameters } = usePlace();
  const kind = parameters.get('kind') ?? 'instances';
  const id = parameters.get('id') ?? '';
  const [scope] = useScope();
  const [search, setSearch] = useState(parameters.get('search') ?? '');
  const overview = useOverview();
  const { data, isPending } = useResources(kind, scope);
  const texts = useMemo(() => searchTexts(data?.resources ?? []), [data]);
  const lines = useMemo(() => matching(data?.resources ?? [], texts, search), [data, texts, search]);
  const columns = useMemo(() => columnsOf(data?.columns ?? []), [data?.columns]);
  const kinds = overview.data?.kinds ?? [];
  const show = (parametersToShow: Record<string, string>): void =>
    go(hrefOf('resources', { kind, ...parametersToShow }), { replaces: true });
  const close = (): void => show({});
  return (
    <div className={`with-panel ${id === '' ? '' : 'has-panel'}`}>
      <section className="fills" aria-label="Resources">
        <div className="bar">
          <Choice
            label="Kind"
            hidesLabel
            value={kind}
            onChange={(name) => {
              setSearch('');
              show({ kind: name });
            }}
            options={kinds.map(({ name, title, count }) => ({
              id: name,
              text: title,
              detail: count.toLocaleString('en'),
            }))}
          />
          <SearchField className="search" aria-label="Search" value={search} onChange={setSearch}>
            <Input placeholder="Search by name, id, status, address …" />
          </SearchField>
          <span className="dim count" role="status">
            {isPending
              ? 'Loading…'
              : `${lines.length.toLocaleString('en')} of ${(data?.resources.length ?? 0).toLocaleString('en')}`}
          </span>
        </div>
        <VirtualTable
          label={kinds.find(({ name }) => name === kind)?.title ?? kind}
          columns={columns}
          lines={lines}
          keyOf={(line) => line.id}
          selectedKey={id}
          onOpen={(line) => show({ id: line.id })}
          onClose={close}
          whenEmpty={isPending ? '' : 'Nothing to show.'}
        />
      </section>
      {id !== '' && <ResourcePanel kind={kind} id={id} onClose={close} />}
    </div>
  );
};

const widths: Readonly<Record<string, string>> = {
  status: 'minmax(96px, 0.7fr)',
  createdAt: 'minmax(140px, 0.9fr)',
  size: '80px',
};

const columnsOf = (names: readonly string[]): Column<ResourceLine>[] => [
  {
    id: 'id',
    title: 'Name and id',
    width: 'minmax(280px, 2fr)',
    isMain: true,
    cell: ({ name, id }) => (
      <span className="name-and-id">
        <span className="name">{name === '' ? '–' : name}</span>
        <span className="mono dim">{id}</span>
      </span>
    ),
  },
  ...names.map((name, at): Column<ResourceLine> => ({
    id: name,
    title: label(name),
    width: widths[name] ?? 'minmax(110px, 1fr)',
    isMain: at === 0,
    cell: ({ values }) =>
      name === 'status' ? (
        <Status status={String(values[at])} />
      ) : (
        <span className="value">{cellText(name, values[at])}</span>
      ),
  })),
];
