import { expect } from '@playwright/test';
import { Fault } from '../../../emulator/wire/fault.ts';

/** Expects the act to be refused with this code. */
export const expectFault = (act: () => unknown, code: string): void => {
  let refused: unknown;
  try {
    act();
  } catch (error) {
    refused = error;
  }
  expect(refused instanceof Fault ? refused.code : refused).toBe(code);
};
