import pc from 'picocolors';
import type { ApiCall, CheckReport, PageResult, Result } from '../result.ts';

/** For people: page by page, promise by promise, and at the end the sum. */
export const formatList = ({ pages, summary }: CheckReport): string => {
  const { passed, failed, notChecked, durationMs } = summary;
  const sum = [
    pc.green(`${passed} passed`),
    failed === 0 ? `${failed} failed` : pc.red(`${failed} failed`),
    `${notChecked} not checked`,
  ].join(', ');
  return `${pages.map(formatPage).join('\n')}\n${sum} ${pc.dim(`(${(durationMs / 1000).toFixed(2)} s)`)}\n`;
};

const formatPage = ({ file, name, results }: PageResult): string => {
  const width = Math.max(0, ...results.map((result) => placeOf(result).length));
  const heading = name === file ? pc.bold(file) : `${pc.bold(name)}  ${pc.dim(file)}`;
  // A prerequisite that cannot be made fails many promises; its calls are shown once.
  const shown = new Set<string>();
  const lines = results.map((result) => {
    const cause = result.failure?.step === 0 ? result.failure.observed : undefined;
    const isRepeated = cause !== undefined && shown.has(cause);
    if (cause !== undefined) shown.add(cause);
    return formatResult(result, width, isRepeated);
  });
  return `${heading}\n${lines.join('')}`;
};

const placeOf = ({ page }: Result): string =>
  page === null ? '' : `${page.position.line}:${page.position.column}`;

const marks = { passed: pc.green('✓'), failed: pc.red('✗'), 'not-checked': pc.yellow('–') } as const;

const formatResult = (result: Result, width: number, isRepeated: boolean): string => {
  const line = `  ${marks[result.verdict]} ${pc.dim(placeOf(result).padStart(width))}  ${result.title}`;
  const reason = result.reason === null ? '' : pc.dim(`  not checked: ${result.reason}`);
  return `${line}${reason}\n${formatFailure(result, width, isRepeated)}`;
};

const formatFailure = ({ failure, page, scenario }: Result, width: number, isRepeated: boolean): string => {
  if (failure === null) return '';
  const indent = ' '.repeat(width + 6);
  if (isRepeated) return `${indent}${pc.dim(`${failure.doing} failed, as above`)}\n`;
  const place = page === null ? '' : `${page.file}:${page.position.line}:${page.position.column}`;
  const lines = [
    pc.dim(`${place}  ${scenario}`),
    failure.step === 0 ? `before step 1, ${failure.doing}` : `step ${failure.step}, ${failure.doing}`,
    `${pc.green('expected')}  ${failure.expected}`,
    `${pc.red('observed')}  ${failure.observed}`,
    ...(failure.blame === null
      ? []
      : [`${pc.bold('blame')}     the ${failure.blame.on}: ${failure.blame.because}`]),
    ...(failure.calls.length === 0
      ? []
      : ['API calls:', ...failure.calls.map((call) => `  ${formatCall(call)}`)]),
  ];
  return `${lines.map((line) => `${indent}${line}`).join('\n')}\n`;
};

const formatCall = ({ action, account, parameters, status, code }: ApiCall): string => {
  const shown = Object.entries(parameters).map(([name, value]) => `${name}=${value}`);
  return `${status} ${action}${code === null ? '' : ` ${code}`} ${pc.dim(`as ${account} ${shown.join(' ')}`)}`;
};
