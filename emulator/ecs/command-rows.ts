import type { Context } from '../context.ts';
import type { Command } from '../state/rows/command.ts';
import { fault } from '../wire/fault.ts';
import { readContent } from './command-text.ts';
import { readTags } from './tags.ts';
import type { RequestTag } from './tags.ts';

/** What CreateCommand and RunCommand have in common. */
interface CommandRequest {
  readonly commandContent: string;
  readonly contentEncoding: string;
  readonly type: string;
  readonly name?: string;
  readonly description?: string;
  readonly enableParameter?: boolean;
  readonly launcher?: string;
  readonly resourceGroupId?: string;
  readonly tag?: readonly RequestTag[];
  readonly timeout?: number;
  readonly workingDir?: string;
}

const types: readonly string[] = ['RunBatScript', 'RunPowerShellScript', 'RunShellScript'];

/**
 * A command's row, not yet in its table.
 * @throws Fault InvalidCmdType.NotFound, CmdName.ExceedLimit, CmdDesc.ExceedLimit, CmdCount.ExceedQuota
 *   (CreateCommand.md), and readContent()'s
 */
export const newCommand = (context: Context, request: CommandRequest): Command => {
  const { type, name = '', description = '' } = request;
  if (!types.includes(type)) throw fault('InvalidCmdType.NotFound', { Type: type });
  if (name.length > 128) throw fault('CmdName.ExceedLimit', { Limit: 128 });
  if (description.length > 512) throw fault('CmdDesc.ExceedLimit', { Limit: 512 });
  const limit = context.quota('commandsPerRegion');
  if (context.tables.commands.list(context).count >= limit && context.enforces('command.count-limit')) {
    throw fault('CmdCount.ExceedQuota', { Limit: limit });
  }
  return {
    id: context.newId('c'),
    accountId: context.accountId,
    regionId: context.regionId,
    name,
    description,
    type,
    content: readContent(request.commandContent, request.contentEncoding),
    workingDir: request.workingDir ?? '',
    timeout: request.timeout ?? 60,
    enableParameter: request.enableParameter ?? false,
    launcher: request.launcher ?? '',
    invokeTimes: 0,
    resourceGroupId: request.resourceGroupId ?? '',
    tags: readTags(request.tag, context),
    createdAt: context.now,
  };
};

/** @throws Fault InvalidCmdId.NotFound */
export const requireCommand = (context: Context, id: string): Command => {
  const command = context.tables.commands.getOwn(id, context);
  if (command === undefined) throw fault('InvalidCmdId.NotFound', { Id: id });
  return command;
};
