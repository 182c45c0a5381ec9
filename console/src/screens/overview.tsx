import { useOverview, useRequests } from '../api/queries.ts';
import type { Overview } from '../api/types.ts';
import { hrefOf } from '../navigation.ts';
import { useScope } from '../scope.ts';
import { RecentCalls } from './recent-calls.tsx';

const tiles = ['instances', 'images', 'disks', 'snapshots', 'vpcs', 'vswitches', 'securityGroups'];

const sum = (regions: Overview['regions'], kind: string): number =>
  regions.reduce((total, { counts }) => total + (counts[kind] ?? 0), 0);

export const OverviewScreen = () => {
  const { data } = useOverview();
  const [{ accountId, regionId }] = useScope();
  const requests = useRequests(accountId, 12);
  if (data === undefined) return <p className="dim">Loading…</p>;
  const regions = data.regions.filter(
    (region) =>
      (accountId === '' || region.accountId === accountId) &&
      (regionId === '' || region.regionId === regionId),
  );
  return (
    <div className="stack">
      <ul className="tiles" aria-label="Resources by kind">
        {data.kinds
          .filter(({ name }) => tiles.includes(name) || sum(regions, name) > 0)
          .map(({ name, title }) => (
            <li key={name}>
              <a href={hrefOf('resources', { kind: name })}>
                <strong>{sum(regions, name).toLocaleString('en')}</strong>
                <span>{title}</span>
              </a>
            </li>
          ))}
      </ul>
      <section className="panel" aria-labelledby="accounts-title">
        <h2 id="accounts-title">Accounts and regions</h2>
        {regions.length === 0 ? (
          <p className="empty">Nothing is here yet. Every access key that calls is an account of its own.</p>
        ) : (
          <RegionTable regions={regions} accounts={data.accounts} />
        )}
      </section>
      <section className="panel" aria-labelledby="calls-title">
        <h2 id="calls-title">
          Recent calls{' '}
          <a className="more" href={hrefOf('requests')}>
            all {requests.data?.total.toLocaleString('en')}
          </a>
        </h2>
        <RecentCalls requests={requests.data?.requests ?? []} />
      </section>
    </div>
  );
};

const columns = ['instances', 'images', 'disks', 'vpcs', 'securityGroups'];

/** A phone has room for these; the tiles above count the others. */
const countedOnPhones: ReadonlySet<string> = new Set(['instances', 'images']);

const numberClass = (kind: string): string => (countedOnPhones.has(kind) ? 'number' : 'number wide-only');

const RegionTable = ({ regions, accounts }: Pick<Overview, 'regions' | 'accounts'>) => {
  const [, setScope] = useScope();
  const { data } = useOverview();
  const titleOf = (kind: string): string => data?.kinds.find(({ name }) => name === kind)?.title ?? kind;
  return (
    <div className="scrolls" tabIndex={0} role="region" aria-label="Accounts and regions, as a table">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">Account</th>
            <th scope="col" className="wide-only">
              Keys
            </th>
            <th scope="col" className="wide-only">
              Region
            </th>
            {columns.map((kind) => (
              <th scope="col" key={kind} className={numberClass(kind)}>
                {titleOf(kind)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {regions.map(({ accountId, regionId, counts }) => (
            <tr key={`${accountId}/${regionId}`}>
              <td>
                <a
                  className="mono"
                  href={hrefOf('resources')}
                  onClick={() => setScope({ accountId, regionId })}
                >
                  {accountId}
                </a>
                <span className="phone-only dim">{regionId}</span>
              </td>
              <td className="dim wide-only">
                {accounts.find(({ id }) => id === accountId)?.accessKeyIds.join(', ')}
              </td>
              <td className="wide-only">{regionId}</td>
              {columns.map((kind) => (
                <td key={kind} className={numberClass(kind)}>
                  {(counts[kind] ?? 0).toLocaleString('en')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
