import type { Row } from '../table.ts';

/** A Cloud Assistant command. Names are DescribeCommands'. */
export interface Command extends Row {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  /** Plain text, decoded. */
  readonly content: string;
  readonly workingDir: string;
  /** Seconds. */
  readonly timeout: number;
  readonly enableParameter: boolean;
  readonly launcher: string;
  readonly invokeTimes: number;
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}

export type InvocationStatus =
  'Pending' | 'Running' | 'Success' | 'Failed' | 'Stopped' | 'Scheduled' | 'Error';

/** How a command goes on one instance. */
export interface InvokeInstance {
  readonly instanceId: string;
  readonly status: InvocationStatus;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly stoppedAt: number | null;
  readonly exitCode: number | null;
  readonly output: string;
  readonly errorCode: string;
  readonly errorInfo: string;
  /** How often it ran. */
  readonly repeats: number;
}

/** A command that runs, ran, or is to run on instances. Names are DescribeInvocations'. */
export interface Invocation extends Row {
  readonly commandId: string;
  readonly commandName: string;
  readonly commandDescription: string;
  readonly commandType: string;
  /** Plain text, with its parameters filled in. */
  readonly content: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly repeatMode: 'Once' | 'Period' | 'NextRebootOnly' | 'EveryReboot';
  readonly frequency: string;
  readonly username: string;
  readonly workingDir: string;
  readonly timeout: number;
  readonly instances: readonly InvokeInstance[];
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}
