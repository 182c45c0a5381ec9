import { useMemo, useState } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { useChange, useRequests } from '../api/queries.ts';
import type { RequestEntry } from '../api/types.ts';
import { duration, timeOfDay } from '../format.ts';
import { go, hrefOf, usePlace } from '../navigation.ts';
import { useScope } from '../scope.ts';
import { CheckBox } from '../ui/check-box.tsx';
import { VirtualTable } from '../ui/virtual-table.tsx';
import type { Column } from '../ui/virtual-table.tsx';
import { ReplyCode } from './reply-code.tsx';
import { RequestPanel } from './request-panel.tsx';

const columns: readonly Column<RequestEntry>[] = [
  {
    id: 'time',
    title: 'Time',
    width: '84px',
    cell: ({ time }) => <span className="mono dim">{timeOfDay(time)}</span>,
  },
  {
    id: 'action',
    title: 'Action',
    width: 'minmax(200px, 1.6fr)',
    isMain: true,
    cell: ({ action, parameters }) => (
      <span className="name-and-id">
        <span className="name">{action === '' ? '(unreadable)' : action}</span>
        <span className="mono dim">{inShort(parameters)}</span>
      </span>
    ),
  },
  {
    id: 'account',
    title: 'Account',
    width: '160px',
    cell: ({ accountId }) => <span className="mono">{accountId}</span>,
  },
  { id: 'key', title: 'Key', width: 'minmax(90px, 0.6fr)', cell: ({ accessKeyId }) => accessKeyId },
  {
    id: 'reply',
    title: 'Reply',
    width: 'minmax(150px, 1.2fr)',
    isMain: true,
    cell: ({ status, code }) => <ReplyCode status={status} code={code} />,
  },
  {
    id: 'duration',
    title: 'Took',
    width: '72px',
    cell: ({ milliseconds }) => <span className="dim">{duration(milliseconds)}</span>,
  },
];

/** The panel tells whose call it was; the action and the reply need the room. */
const columnsBesidePanel = columns.filter(({ id }) => id !== 'account' && id !== 'key');

const plain = /^(?:Action|Version|Format|AccessKeyId|RegionId|Signature.*|Timestamp)$/;

const inShort = (parameters: Readonly<Record<string, string>>): string =>
  Object.entries(parameters)
    .filter(([name]) => !plain.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .slice(0, 3)
    .join(' ');

/** The last 1,000 calls as they come. */
export const RequestsScreen = () => {
  const { parameters } = usePlace();
  const call = parameters.get('call') ?? '';
  const [{ accountId }] = useScope();
  const { data } = useRequests(accountId, 1000);
  const [search, setSearch] = useState('');
  const [onlyErrors, setOnlyErrors] = useState(false);
  const clear = useChange();
  const lines = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    return (data?.requests ?? []).filter(
      (entry) =>
        (!onlyErrors || entry.status >= 400) &&
        (wanted === '' || JSON.stringify(Object.values(entry)).toLowerCase().includes(wanted)),
    );
  }, [data, search, onlyErrors]);
  const close = (): void => go(hrefOf('requests'), { replaces: true });
  return (
    <div className={`with-panel ${call === '' ? '' : 'has-panel'}`}>
      <section className="fills" aria-label="Requests">
        <div className="bar">
          <SearchField className="search" aria-label="Search" value={search} onChange={setSearch}>
            <Input placeholder="Search by action, parameter, code …" />
          </SearchField>
          <CheckBox label="Errors only" isSelected={onlyErrors} onChange={setOnlyErrors} />
          <span className="dim count" role="status">
            {lines.length.toLocaleString('en')} of {(data?.total ?? 0).toLocaleString('en')}
          </span>
          <Button
            className="button small"
            onPress={() => clear.mutate({ method: 'DELETE', path: '/requests' })}
          >
            Clear
          </Button>
        </div>
        <VirtualTable
          label="Requests"
          columns={call === '' ? columns : columnsBesidePanel}
          lines={lines}
          keyOf={({ sequence }) => String(sequence)}
          selectedKey={call}
          onOpen={({ sequence }) => go(hrefOf('requests', { call: String(sequence) }), { replaces: true })}
          onClose={close}
          whenEmpty="No calls to show."
        />
      </section>
      {call !== '' && <RequestPanel sequence={call} onClose={close} />}
    </div>
  );
};
