import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useBackend, useHealth, useRequest } from '../api/queries.ts';
import type { RequestDetail } from '../api/types.ts';
import { dateTime, duration } from '../format.ts';
import { isIncomplete, isTemporary, replayCall } from '../replay/call.ts';
import { toCurl, toSignedCurl } from '../replay/curl.ts';
import { toHcl } from '../replay/hcl.ts';
import { toGo, toPython, toTypeScript } from '../replay/sdk.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { ReplyCode } from './reply-code.tsx';

/** One call: its reply, its parameters, and how to make it again. */
export const RequestPanel = ({ sequence, onClose }: { sequence: string; onClose: () => void }) => {
  const { data, error } = useRequest(sequence);
  if (data === undefined || String(data.sequence) !== sequence) {
    return (
      <SidePanel title={`Call ${sequence}`} onClose={onClose}>
        <p className="notice">{error?.message ?? 'Loading…'}</p>
      </SidePanel>
    );
  }
  return (
    <SidePanel
      title={data.action === '' ? '(unreadable)' : data.action}
      subtitle={
        <p className="dim wraps">
          {dateTime(data.time)} · took {duration(data.milliseconds)} ·{' '}
          <span className="mono">{data.accountId}</span>
        </p>
      }
      onClose={onClose}
    >
      <p>
        <ReplyCode status={data.status} code={data.code} />
      </p>
      {data.message !== null && <p className="notice bad wraps">{data.message}</p>}
      <Tabs className="tabs">
        <TabList aria-label="What to show" className="tab-list">
          <Tab id="reply">Reply</Tab>
          <Tab id="parameters">Parameters</Tab>
          <Tab id="replay">Replay</Tab>
        </TabList>
        <TabPanel id="reply">
          <CodeBlock text={pretty(data.reply)} label="Copy the reply" />
        </TabPanel>
        <TabPanel id="parameters">
          <Parameters detail={data} />
        </TabPanel>
        <TabPanel id="replay">
          <Replay detail={data} />
        </TabPanel>
      </Tabs>
    </SidePanel>
  );
};

const pretty = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};

const Parameters = ({ detail }: { detail: RequestDetail }) => (
  <dl className="members">
    {Object.entries(detail.parameters).map(([name, value]) => (
      <div key={name}>
        <dt>
          {name}
          {detail.ignoredParameters.includes(name) && <span className="reply-code warn">no effect</span>}
        </dt>
        <dd className="mono wraps">{value}</dd>
      </div>
    ))}
  </dl>
);

const Replay = ({ detail }: { detail: RequestDetail }) => {
  const { endpoint } = useBackend();
  const isStrict = useHealth().data?.auth === 'strict';
  const call = replayCall(detail, endpoint === '' ? '127.0.0.1:4580' : endpoint);
  const languages = [
    { id: 'curl', title: 'curl', code: isStrict ? toSignedCurl(call) : toCurl(call) },
    { id: 'typescript', title: 'TypeScript', code: toTypeScript(call) },
    { id: 'python', title: 'Python', code: toPython(call) },
    { id: 'go', title: 'Go', code: toGo(call) },
    { id: 'hcl', title: 'HCL', code: toHcl(call) },
  ].flatMap(({ code, ...rest }) => (code === undefined ? [] : [{ ...rest, code }]));
  return (
    <>
      {isIncomplete(detail) && (
        <p className="notice">Secrets and long values are not in the log: fill them in.</p>
      )}
      {isStrict && (
        <p className="notice">
          This server verifies signatures: put the secret of <span className="mono">{call.accessKeyId}</span>{' '}
          in place of “secret”.
        </p>
      )}
      {isTemporary(call) && (
        <p className="notice">
          This key is a role’s: put the security token that came with it in place of “token”.
        </p>
      )}
      <Tabs className="tabs">
        <TabList aria-label="Language" className="tab-list small">
          {languages.map(({ id, title }) => (
            <Tab key={id} id={id}>
              {title}
            </Tab>
          ))}
        </TabList>
        {languages.map(({ id, title, code }) => (
          <TabPanel key={id} id={id}>
            <CodeBlock text={code} label={`Copy as ${title}`} />
          </TabPanel>
        ))}
      </Tabs>
    </>
  );
};

const CodeBlock = ({ text, label }: { text: string; label: string }) => (
  <div className="code-block">
    <CopyButton text={text} label={label} />
    <pre tabIndex={0}>{text}</pre>
  </div>
);
