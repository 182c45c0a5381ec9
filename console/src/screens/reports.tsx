import { useMemo, useState } from 'react';
import { Button, DropZone, FileTrigger, Input, SearchField, Text } from 'react-aria-components';
import type { ReadReport, ReportLine } from '../reports/read-report.ts';
import { Choice } from '../ui/choice.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { VirtualTable } from '../ui/virtual-table.tsx';
import type { Column } from '../ui/virtual-table.tsx';

const tones: Readonly<Record<string, string>> = {
  passed: 'good',
  failed: 'bad',
  error: 'bad',
  warning: 'warn',
};

const columns: readonly Column<ReportLine>[] = [
  {
    id: 'title',
    title: 'Promise or finding',
    width: 'minmax(260px, 3fr)',
    isMain: true,
    cell: ({ title, file, line }) => (
      <span className="name-and-id">
        <span className="name">{title}</span>
        <span className="mono dim phone-only">{`${file}:${line}`}</span>
      </span>
    ),
  },
  {
    id: 'verdict',
    title: 'Verdict',
    width: '110px',
    isMain: true,
    cell: ({ verdict }) => <span className={`reply-code ${tones[verdict] ?? ''}`}>{verdict}</span>,
  },
  { id: 'kind', title: 'Kind', width: 'minmax(120px, 1fr)', cell: ({ kind }) => kind },
  {
    id: 'place',
    title: 'Page',
    width: 'minmax(160px, 1.4fr)',
    cell: ({ file, line }) => <span className="mono">{`${file}:${line}`}</span>,
  },
];

/** The panel tells kind and page of what is chosen. */
const columnsBesidePanel = columns.filter(({ isMain }) => isMain);

/** Reports of check, lint and drift, opened from files; nothing is sent anywhere. */
export const ReportsScreen = () => {
  const [report, setReport] = useState<ReadReport | null>(null);
  const [problem, setProblem] = useState('');
  const open = async (file: File): Promise<void> => {
    try {
      // What checks a report is large, and only wanted here.
      const { readReport } = await import('../reports/read-report.ts');
      setReport(readReport(await file.text()));
      setProblem('');
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div className="stack fills">
      <DropZone
        className="drop-zone"
        aria-label="Drop a report here"
        onDrop={(event) => {
          const file = event.items.find((item) => item.kind === 'file');
          if (file !== undefined) void file.getFile().then(open);
        }}
      >
        <Text slot="label">
          Drop a report here: <code>alimock check --reporter json</code>,{' '}
          <code>alimock drift --format json</code> or <code>alimock lint --format json</code>.
        </Text>
        <FileTrigger
          acceptedFileTypes={['.json', 'application/json']}
          onSelect={(files) => {
            const [file] = files ?? [];
            if (file !== undefined) void open(file);
          }}
        >
          <Button className="button primary">Open a report…</Button>
        </FileTrigger>
      </DropZone>
      {problem !== '' && (
        <p className="notice bad" role="alert">
          {problem}
        </p>
      )}
      {report !== null && <Report key={report.title} report={report} />}
    </div>
  );
};

const Report = ({ report }: { report: ReadReport }) => {
  const [search, setSearch] = useState('');
  const [verdict, setVerdict] = useState('all');
  const [chosen, setChosen] = useState<ReportLine | null>(null);
  const verdicts = [...new Set(report.lines.map((line) => line.verdict))];
  const lines = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    return report.lines.filter(
      (line) =>
        (verdict === 'all' || line.verdict === verdict) &&
        `${line.title} ${line.kind} ${line.file}`.toLowerCase().includes(wanted),
    );
  }, [report, search, verdict]);
  return (
    <div className={`with-panel ${chosen === null ? '' : 'has-panel'}`}>
      <section className="fills" aria-labelledby="report-title">
        <h2 id="report-title">{report.title}</h2>
        <div className="bar">
          <Choice
            label="Verdict"
            hidesLabel
            value={verdict}
            onChange={setVerdict}
            options={[
              { id: 'all', text: 'All verdicts' },
              ...verdicts.map((id) => ({
                id,
                text: id,
                detail: String(report.lines.filter((line) => line.verdict === id).length),
              })),
            ]}
          />
          <SearchField className="search" aria-label="Search" value={search} onChange={setSearch}>
            <Input placeholder="Search by text, kind, page …" />
          </SearchField>
          <span className="dim count" role="status">
            {lines.length} of {report.lines.length}
          </span>
        </div>
        <VirtualTable
          label="Report"
          columns={chosen === null ? columns : columnsBesidePanel}
          lines={lines}
          keyOf={({ key }) => key}
          selectedKey={chosen?.key ?? ''}
          onOpen={setChosen}
          onClose={() => setChosen(null)}
          whenEmpty="Nothing is in it."
        />
      </section>
      {chosen !== null && (
        <SidePanel
          title={chosen.title}
          subtitle={<p className="mono dim wraps">{`${chosen.file}:${chosen.line}`}</p>}
          onClose={() => setChosen(null)}
        >
          <p>
            <span className={`reply-code ${tones[chosen.verdict] ?? ''}`}>{chosen.verdict}</span>{' '}
            <span className="dim">{chosen.kind}</span>
          </p>
          {chosen.details.map(([heading, text]) => (
            <section key={heading}>
              <h3>{heading}</h3>
              <p className="wraps lines">{text}</p>
            </section>
          ))}
        </SidePanel>
      )}
    </div>
  );
};
