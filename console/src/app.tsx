import { useQueryClient } from '@tanstack/react-query';
import { Activity, Boxes, FileText, Gauge, LayoutDashboard, Network, SlidersHorizontal } from 'lucide-react';
import { useEffect } from 'react';
import type { ComponentType } from 'react';
import { savedToken, saveToken } from './api/http-backend.ts';
import { useLive } from './api/live.ts';
import { useHealth, useOverview } from './api/queries.ts';
import { AdminApiError } from './api/backend.ts';
import { hrefOf, usePlace } from './navigation.ts';
import { useScope } from './scope.ts';
import { ControlScreen } from './screens/control.tsx';
import { OverviewScreen } from './screens/overview.tsx';
import { QuotasScreen } from './screens/quotas.tsx';
import { ReportsScreen } from './screens/reports.tsx';
import { RequestsScreen } from './screens/requests.tsx';
import { ResourcesScreen } from './screens/resources.tsx';
import { TopologyScreen } from './screens/topology.tsx';
import { ScopePicker } from './ui/scope-picker.tsx';
import { ThemePicker } from './ui/theme-picker.tsx';
import { TokenForm } from './ui/token-form.tsx';

interface Screen {
  readonly name: string;
  readonly title: string;
  readonly icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>;
  readonly content: ComponentType;
}

const screens: readonly Screen[] = [
  { name: 'overview', title: 'Overview', icon: LayoutDashboard, content: OverviewScreen },
  { name: 'resources', title: 'Resources', icon: Boxes, content: ResourcesScreen },
  { name: 'topology', title: 'Topology', icon: Network, content: TopologyScreen },
  { name: 'requests', title: 'Requests', icon: Activity, content: RequestsScreen },
  { name: 'control', title: 'Control', icon: SlidersHorizontal, content: ControlScreen },
  { name: 'quotas', title: 'Quotas', icon: Gauge, content: QuotasScreen },
  { name: 'reports', title: 'Reports', icon: FileText, content: ReportsScreen },
];

/** The console: navigation, what is looked at, and the chosen screen. */
export const App = () => {
  const { screen: name } = usePlace();
  const screen = screens.find((one) => one.name === name) ?? screens[0];
  const overview = useOverview();
  const needsToken = overview.error instanceof AdminApiError && overview.error.status === 401;
  const isLive = useLive(overview.isSuccess);
  useEffect(() => {
    document.title = `${screen?.title ?? ''} · alimock console`;
  }, [screen]);
  const Content = screen?.content;
  return (
    <div className="shell">
      <a className="skip" href="#main" onClick={focusMain}>
        Skip to the content
      </a>
      <Navigation current={screen?.name ?? ''} />
      <header className="top">
        <h1>{screen?.title}</h1>
        <div className="top-tools">
          {overview.isSuccess && <ScopePicker />}
          <LiveMark isLive={isLive} />
          <ThemePicker />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {needsToken ? (
          <Locked />
        ) : overview.isError ? (
          <p className="notice bad" role="alert">
            {overview.error.message}
          </p>
        ) : (
          Content !== undefined && <Content />
        )}
      </main>
    </div>
  );
};

/** By hand, since the address after # is the console's own. */
const focusMain = (event: { preventDefault(): void }): void => {
  event.preventDefault();
  document.getElementById('main')?.focus();
};

const Navigation = ({ current }: { current: string }) => {
  const health = useHealth();
  return (
    <nav className="side" aria-label="Screens">
      <p className="brand">
        <img src="./icon.svg" alt="" width="22" height="22" />
        <span>alimock</span>
      </p>
      <ul>
        {screens.map(({ name, title, icon: Icon }) => (
          <li key={name}>
            <a href={hrefOf(name)} aria-current={name === current ? 'page' : undefined}>
              <Icon size={16} aria-hidden />
              <span>{title}</span>
            </a>
          </li>
        ))}
      </ul>
      <p className="version">{versionText(health.data?.version)}</p>
    </nav>
  );
};

/** A page with an emulator does not tell its version. */
const versionText = (version: string | undefined): string =>
  version === undefined ? '' : version === '' ? 'in a page of this site' : `version ${version}`;

const LiveMark = ({ isLive }: { isLive: boolean }) => (
  <span className={`live ${isLive ? 'is-live' : ''}`} role="status">
    {isLive ? 'Live' : 'Connecting'}
  </span>
);

const Locked = () => {
  const client = useQueryClient();
  const [, setScope] = useScope();
  return (
    <TokenForm
      hasFailed={savedToken() !== ''}
      onToken={(token) => {
        saveToken(token);
        setScope({ accountId: '', regionId: '' });
        void client.resetQueries();
      }}
    />
  );
};
