import { fault } from '../wire/fault.ts';

/** What would be a link, and is therefore no name and no description (limits.json, nameLength). */
const startsAsUrl = (text: string): boolean => /^https?:\/\//i.test(text);

/**
 * Names of instances, security groups and network interfaces: 2 to 128 characters, a letter of any script
 * first, then letters, digits and ".:_-" (RunInstances.md, InstanceName).
 */
export const isResourceName = (name: string): boolean =>
  /^\p{L}[\p{L}\p{N}.:_-]{1,127}$/u.test(name) && !startsAsUrl(name);

/** Descriptions: 2 to 256 characters, no URL in front (RunInstances.md, Description). */
export const isResourceDescription = (description: string): boolean =>
  description.length >= 2 && description.length <= 256 && !startsAsUrl(description);

/**
 * Host names. Linux and others: 2 to 64 characters, letters, digits and hyphens, in parts with dots
 * between. Windows: 2 to 15 letters, digits and hyphens, not digits only (RunInstances.md, HostName).
 */
export const isHostName = (hostName: string, osType: 'linux' | 'windows'): boolean => {
  const label = /^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/;
  if (osType === 'windows') {
    return hostName.length >= 2 && hostName.length <= 15 && label.test(hostName) && !/^\d+$/.test(hostName);
  }
  if (hostName.length < 2 || hostName.length > 64) return false;
  return hostName.split('.').every((part) => label.test(part));
};

const passwordSymbols = /[()`~!@#$%^&*\-_+=|{}[\]:;'<>,.?/]/;

/**
 * Passwords: 8 to 30 characters, of at least three of the kinds capitals, small letters, digits and
 * symbols; no "/" in front on Windows (RunInstances.md, Password).
 */
export const isPassword = (password: string, osType: 'linux' | 'windows'): boolean => {
  if (password.length < 8 || password.length > 30) return false;
  if (!/^[A-Za-z0-9()`~!@#$%^&*\-_+=|{}[\]:;'<>,.?/]+$/.test(password)) return false;
  if (osType === 'windows' && password.startsWith('/')) return false;
  return [/[A-Z]/, /[a-z]/, /\d/, passwordSymbols].filter((kind) => kind.test(password)).length >= 3;
};

/** An empty name is none. @throws Fault InvalidInstanceName.Malformed */
export const checkInstanceName = (name: string): void => {
  if (name !== '' && !isResourceName(name)) throw fault('InvalidInstanceName.Malformed', { Name: name });
};

/** An empty description is none. @throws Fault InvalidDescription.Malformed */
export const checkDescription = (description: string): void => {
  if (description !== '' && !isResourceDescription(description)) throw fault('InvalidDescription.Malformed');
};

/** @throws Fault InvalidHostName.Malformed */
export const checkHostName = (hostName: string, osType: 'linux' | 'windows'): void => {
  if (hostName !== '' && !isHostName(hostName, osType)) {
    throw fault('InvalidHostName.Malformed', { HostName: hostName });
  }
};

/** @throws Fault InvalidPassword.Malformed; the password itself is never part of a message */
export const checkPassword = (password: string, osType: 'linux' | 'windows'): void => {
  if (password !== '' && !isPassword(password, osType)) throw fault('InvalidPassword.Malformed');
};

/** User data: Base64 of at most 16 KB of raw data (RunInstances.md, UserData). */
const maxUserData = 16 * 1024;

/** @throws Fault InvalidUserData.NotSupported where it is no Base64, InvalidUserData.SizeExceeded */
export const checkUserData = (userData: string): void => {
  if (userData === '') return;
  if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(userData)) throw fault('InvalidUserData.NotSupported');
  const bytes = Math.floor((userData.replace(/[\s=]/g, '').length * 3) / 4);
  if (bytes > maxUserData) throw fault('InvalidUserData.SizeExceeded', { Limit: maxUserData });
};
