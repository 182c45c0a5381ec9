import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useOverview, useResource } from '../api/queries.ts';
import type { ResourceDetail, ResourceLink } from '../api/types.ts';
import { cellText, label } from '../format.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { Status } from '../ui/status.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { LinkList } from './link-list.tsx';

/** One resource: what it names, what names it, all that is kept of it, and its deletion. */
export const ResourcePanel = ({ kind, id, onClose }: { kind: string; id: string; onClose: () => void }) => {
  const { data, error } = useResource(kind, id);
  const [isDeleting, setDeleting] = useState(false);
  if (error !== null && data?.id !== id) {
    return (
      <SidePanel title={id} onClose={onClose}>
        <p className="notice">{error.message}</p>
      </SidePanel>
    );
  }
  if (data?.id !== id)
    return (
      <SidePanel title={id} onClose={onClose}>
        {null}
      </SidePanel>
    );
  return (
    <SidePanel
      title={data.name === '' ? data.id : data.name}
      subtitle={<p className="mono dim wraps">{data.id}</p>}
      onClose={onClose}
    >
      <div className="bar">
        <CopyButton text={data.id} label="Copy the id" />
        {data.isDeletable && (
          <Button className="button small danger" onPress={() => setDeleting(true)}>
            Delete…
          </Button>
        )}
      </div>
      <Links title="Uses" links={data.references} />
      <Links title="Used by" links={data.referrers} />
      <Shares detail={data} />
      <h3>Members</h3>
      <Members detail={data} />
      {isDeleting && (
        <DeleteDialog
          kind={kind}
          id={id}
          onClose={() => setDeleting(false)}
          onDeleted={() => {
            setDeleting(false);
            onClose();
          }}
        />
      )}
    </SidePanel>
  );
};

const Links = ({ title, links }: { title: string; links: readonly ResourceLink[] }) => {
  const { data } = useOverview();
  return (
    <>
      <h3>
        {title} <span className="dim">{links.length}</span>
      </h3>
      {links.length === 0 ? (
        <p className="dim">Nothing.</p>
      ) : (
        <LinkList links={links} kinds={data?.kinds ?? []} />
      )}
    </>
  );
};

const Shares = ({ detail }: { detail: ResourceDetail }) => {
  const shares = detail.row['shares'] as readonly { accountId: string; sharedAt: number }[] | undefined;
  if (shares === undefined) return null;
  return (
    <>
      <h3>
        Shared with <span className="dim">{shares.length}</span>
      </h3>
      {shares.length === 0 ? (
        <p className="dim">Nobody.</p>
      ) : (
        <ul className="links">
          {shares.map(({ accountId, sharedAt }) => (
            <li key={accountId}>
              <span className="mono">{accountId}</span>
              <span className="dim">since {cellText('sharedAt', sharedAt)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

const apart: ReadonlySet<string> = new Set(['id', 'shares']);

const Members = ({ detail }: { detail: ResourceDetail }) => (
  <dl className="members">
    {Object.entries(detail.row)
      .filter(([name]) => !apart.has(name))
      .map(([name, value]) => (
        <div key={name}>
          <dt>{label(name)}</dt>
          <dd>
            <MemberValue name={name} value={value} />
          </dd>
        </div>
      ))}
  </dl>
);

const MemberValue = ({ name, value }: { name: string; value: unknown }) => {
  if (name === 'status' && typeof value === 'string') return <Status status={value} />;
  const isNested = typeof value === 'object' && value !== null && !isPlainList(value);
  if (isNested && Object.keys(value).length > 0) return <pre>{JSON.stringify(value, null, 2)}</pre>;
  const text = isNested ? '' : cellText(name, value);
  return text === '' ? <span className="dim">–</span> : text;
};

const isPlainList = (value: unknown): boolean =>
  Array.isArray(value) && value.every((item) => typeof item !== 'object');
