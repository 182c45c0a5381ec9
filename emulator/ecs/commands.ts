import type { EcsOperation } from '../context.ts';
import { toIsoMinutes } from '../state/clock.ts';
import type { Command } from '../state/rows/command.ts';
import { newCommand, requireCommand } from './command-rows.ts';
import { parameterNames, readContent, writeContent } from './command-text.ts';
import { wildcard } from './image-filters.ts';
import { page } from './paging.ts';
import { tagFilter, toTagList } from './tags.ts';

/** Makes a command that can be run on instances. */
export const createCommand: EcsOperation<'CreateCommand'> = (request, context) => {
  const { contentEncoding = 'Base64' } = request;
  const command = context.tables.commands.insert(newCommand(context, { ...request, contentEncoding }));
  return { commandId: command.id };
};

/** Changes what the request names; what runs already goes on as it was. */
export const modifyCommand: EcsOperation<'ModifyCommand'> = (request, context) => {
  const command = requireCommand(context, request.commandId);
  const { name, description, commandContent, timeout, workingDir, launcher } = request;
  context.tables.commands.update(command.id, {
    name: name ?? command.name,
    description: description ?? command.description,
    content: commandContent === undefined ? command.content : readContent(commandContent, 'Base64'),
    timeout: timeout ?? command.timeout,
    workingDir: workingDir ?? command.workingDir,
    launcher: launcher ?? command.launcher,
  });
  return {};
};

/** Deletes a command; what was invoked with it stays. */
export const deleteCommand: EcsOperation<'DeleteCommand'> = ({ commandId }, context) => {
  context.tables.commands.delete(requireCommand(context, commandId).id);
  return {};
};

/** Lists own commands, newest first. There are no public ones here. */
export const describeCommands: EcsOperation<'DescribeCommands'> = (request, context) => {
  const { commandId = '', name = '', description = '', type = '', provider = '' } = request;
  const { resourceGroupId = '' } = request;
  const nameMatches = name === '' ? undefined : wildcard(name);
  const descriptionMatches = description === '' ? undefined : wildcard(description);
  const hasTags = tagFilter(request.tag);
  const { commands } = context.tables;
  const asked =
    commandId === '' ? [...commands.list(context)] : [commands.getOwn(commandId, context) ?? []].flat();
  const found = asked.filter(
    (command) =>
      (nameMatches?.test(command.name) ?? true) &&
      (descriptionMatches?.test(command.description) ?? true) &&
      (type === '' || command.type === type) &&
      (provider === '' || provider === 'User') &&
      (resourceGroupId === '' || command.resourceGroupId === resourceGroupId) &&
      (hasTags?.(command) ?? true),
  );
  const { items, info } = page(found, request, context, { maxPageSize: 50, maxResults: 50 });
  return {
    ...info,
    commands: { command: items.map((command) => describe(command, request.contentEncoding)) },
  };
};

const describe = (command: Command, encoding: string | undefined) => ({
  commandId: command.id,
  name: command.name,
  description: command.description,
  type: command.type,
  commandContent: writeContent(command.content, encoding),
  workingDir: command.workingDir,
  timeout: command.timeout,
  enableParameter: command.enableParameter,
  parameterNames: { parameterName: command.enableParameter ? parameterNames(command.content) : [] },
  parameterDefinitions: { parameterDefinition: [] },
  invokeTimes: command.invokeTimes,
  launcher: command.launcher,
  category: '',
  provider: 'User',
  version: 1,
  latest: true,
  creationTime: toIsoMinutes(command.createdAt),
  resourceGroupId: command.resourceGroupId,
  tags: { tag: toTagList(command.tags) },
});
