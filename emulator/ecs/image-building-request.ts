import { fault } from '../wire/fault.ts';
import { checkDescription, isResourceName } from './names.ts';

/** @throws Fault InvalidParameter for a name, InvalidDescription.Malformed */
export const checkBuildingTexts = (name: string, description: string): void => {
  if (name !== '' && !isResourceName(name)) {
    throw fault('InvalidParameter', {
      Parameter: 'Name',
      Reason: 'it must have 2 to 128 characters, a letter first',
    });
  }
  checkDescription(description);
};
