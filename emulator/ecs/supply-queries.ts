import { diskCategoriesOfFamily } from '../catalog/instance-families.ts';
import type { InstanceType } from '../catalog/instance-types.ts';
import { instanceTypes } from '../catalog/instance-types.ts';
import { diskCategoriesOf, instanceTypesSoldIn } from '../catalog/supply.ts';
import type { Context } from '../context.ts';
import { fault } from '../wire/fault.ts';
import type { ErrorCode } from '../wire/fault.ts';

/** Instance types that a zone sells; all of them where the rule is switched off. */
export const typesIn = (context: Context, zoneId: string): readonly InstanceType[] =>
  context.enforces('zones.sold-types') ? instanceTypesSoldIn(zoneId) : instanceTypes();

/** Disk categories that a zone sells and a type, where one is named, takes. */
export const diskCategoriesFor = (zoneId: string, type: InstanceType | undefined): readonly string[] => {
  const sold = diskCategoriesOf(zoneId);
  if (type === undefined) return sold;
  const taken = diskCategoriesOfFamily(type.family);
  return sold.filter((category) => taken.includes(category));
};

const isOneOf = (value: string | undefined, allowed: readonly string[]): boolean =>
  value === undefined || value === '' || allowed.includes(value.toLowerCase());

/** @throws Fault of the given code for a charge type other than PostPaid and PrePaid */
export const checkChargeType = (chargeType: string | undefined, code: ErrorCode): void => {
  if (!isOneOf(chargeType, ['postpaid', 'prepaid'])) throw fault(code, { InstanceChargeType: chargeType });
};

/** @throws Fault of the given code for a spot strategy that does not exist */
export const checkSpotStrategy = (strategy: string | undefined, code: ErrorCode): void => {
  if (!isOneOf(strategy, ['nospot', 'spotwithpricelimit', 'spotaspricego'])) {
    throw fault(code, { SpotStrategy: strategy });
  }
};

/** @throws Fault InvalidAcceptLanguage.NotFound */
export const checkLanguage = (language: string | undefined): void => {
  if (!isOneOf(language, ['zh-cn', 'en-us', 'ja'])) {
    throw fault('InvalidAcceptLanguage.NotFound', { AcceptLanguage: language });
  }
};
