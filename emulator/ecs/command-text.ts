import { fault } from '../wire/fault.ts';

const fromBase64 = (text: string): string | undefined => {
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text)) return undefined;
  try {
    const bytes = Uint8Array.from(atob(text.replace(/\s/g, '')), (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const toBase64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));

/** Most bytes of a command before Base64 (CreateCommand metadata, CommandContent). */
const maxContent = 18 * 1024;

/**
 * A command's text.
 * @param encoding "Base64" or "PlainText"
 * @throws Fault InvalidParameter, CmdContent.ExceedLimit
 */
export const readContent = (content: string, encoding: string): string => {
  const text = encoding === 'PlainText' ? content : fromBase64(content);
  if (text === undefined || (encoding !== 'PlainText' && encoding !== 'Base64')) {
    throw fault('InvalidParameter', { Parameter: 'CommandContent', Reason: 'it is no Base64' });
  }
  if (new TextEncoder().encode(text).length > maxContent) {
    throw fault('CmdContent.ExceedLimit', { Limit: maxContent });
  }
  return text;
};

/** A command's text or output as a reply has it: Base64 unless plain text is asked for. */
export const writeContent = (text: string, encoding = 'Base64'): string =>
  encoding === 'PlainText' ? text : toBase64(text);

const placeholder = /\{\{\s*([A-Za-z0-9_-]+)\s*\}\}/g;

/** Names of the custom parameters of a command: "echo {{name}}" → ["name"]. */
export const parameterNames = (content: string): string[] => [
  ...new Set(Array.from(content.matchAll(placeholder), ([, name = '']) => name)),
];

/** Most custom parameters, and characters of a parameter's name (InvokeCommand.md, Parameters). */
const maxParameters = 20;
const maxParameterName = 64;

/**
 * Custom parameters: a JSON object of texts.
 * @throws Fault InvalidParameter, ParameterCount.ExceedLimit, ParameterKey.ExceedLimit
 */
export const readParameters = (json: unknown): Record<string, string> => {
  if (json === undefined || json === '') return {};
  const parameters = parseObject(typeof json === 'string' ? json : JSON.stringify(json));
  const names = Object.keys(parameters);
  if (names.length > maxParameters) throw fault('ParameterCount.ExceedLimit', { Limit: maxParameters });
  if (names.some((name) => name.length > maxParameterName)) {
    throw fault('ParameterKey.ExceedLimit', { Limit: maxParameterName });
  }
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, String(value)]));
};

const parseObject = (json: string): Readonly<Record<string, unknown>> => {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    value = undefined;
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw fault('InvalidParameter', { Parameter: 'Parameters', Reason: 'it must be a JSON object' });
};

/**
 * The text that runs. Without any parameters the custom parameters are switched off and the text runs as it
 * is; else those that are not passed are empty, and what is passed must be in the text (InvokeCommand
 * metadata, Parameters).
 * @throws Fault Parameter.Disabled, Parameter.NotMatched
 */
export const fillIn = (
  command: { readonly content: string; readonly enableParameter: boolean },
  parameters: Readonly<Record<string, string>>,
): string => {
  const passed = Object.keys(parameters);
  if (passed.length === 0) return command.content;
  if (!command.enableParameter) throw fault('Parameter.Disabled');
  const defined = parameterNames(command.content);
  const unknown = passed.find((name) => !defined.includes(name));
  if (unknown !== undefined) throw fault('Parameter.NotMatched', { Name: unknown });
  return command.content.replace(placeholder, (_, name: string) => parameters[name] ?? '');
};
