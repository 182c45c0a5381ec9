import type { Context } from '../context.ts';
import { toIsoSeconds } from '../state/clock.ts';
import { fault } from '../wire/fault.ts';

/** How a request of the VPC API pays. */
interface ChargeRequest {
  readonly instanceChargeType?: string;
  /** Number of months or years. */
  readonly duration?: number;
  readonly pricingCycle?: string;
}

const dayLength = 24 * 60 * 60_000;

/**
 * Reads how a resource is paid for: as one goes unless PrePaid is asked for.
 * @returns `expiresAt`: end of the paid time; null for what is paid as one goes
 * @throws Fault InvalidParameter
 */
export const readCharge = (
  { instanceChargeType = 'PostPaid', duration = 1, pricingCycle = 'Month' }: ChargeRequest,
  context: Context,
): { instanceChargeType: 'PostPaid' | 'PrePaid'; expiresAt: number | null } => {
  if (instanceChargeType === 'PostPaid') return { instanceChargeType, expiresAt: null };
  if (instanceChargeType !== 'PrePaid') {
    throw fault('InvalidParameter', {
      Parameter: 'InstanceChargeType',
      Reason: 'it is PostPaid or PrePaid',
    });
  }
  const days = pricingCycle.toLowerCase() === 'year' ? 365 : 30;
  return { instanceChargeType, expiresAt: context.now + duration * days * dayLength };
};

/** "2024-01-01T00:00:00Z"; empty for what is paid as one goes. */
export const expiredTime = ({ expiresAt }: { readonly expiresAt: number | null }): string =>
  expiresAt === null ? '' : toIsoSeconds(expiresAt);
