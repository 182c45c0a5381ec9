import type { Context } from '../context.ts';
import { readChoice } from '../ecs/choices.ts';
import type { TrafficMirrorRule } from '../state/rows/traffic-mirror.ts';
import { fault } from '../wire/fault.ts';
import { given } from './changes.ts';

/** Rules of a filter in one direction (VPC docs, Limits). */
const maxRules = 10;

interface RuleRequest {
  readonly action?: string;
  readonly priority?: number;
  readonly protocol?: string;
  readonly ipVersion?: string;
  readonly sourceCidrBlock?: string;
  readonly sourcePortRange?: string;
  readonly destinationCidrBlock?: string;
  readonly destinationPortRange?: string;
}

type Direction = TrafficMirrorRule['direction'];

const readAction = (action: string | undefined) =>
  readChoice('Action', action?.toLowerCase(), ['accept', 'drop']);

const readProtocol = (protocol: string | undefined): string =>
  readChoice('Protocol', protocol?.toUpperCase(), ['ALL', 'ICMP', 'TCP', 'UDP', 'ICMPV6']);

/** What a rule has where a request names nothing. */
const anything = {
  sourceCidrBlock: '0.0.0.0/0',
  destinationCidrBlock: '0.0.0.0/0',
  sourcePortRange: '-1/-1',
  destinationPortRange: '-1/-1',
};

/**
 * The rules that a request adds, in both directions.
 * @param before the rules that the filter has
 * @throws Fault InvalidParameter, QuotaExceeded.TrafficMirrorFilterRule
 */
export const newRules = (
  context: Context,
  request: { readonly ingressRules?: readonly RuleRequest[]; readonly egressRules?: readonly RuleRequest[] },
  before: readonly TrafficMirrorRule[],
): TrafficMirrorRule[] => {
  const rules: TrafficMirrorRule[] = [];
  const add = (direction: Direction) => (rule: RuleRequest) => {
    const others = [...before, ...rules].filter((other) => other.direction === direction);
    if (others.length >= maxRules) throw fault('QuotaExceeded.TrafficMirrorFilterRule', { Limit: maxRules });
    rules.push({
      ...anything,
      ...given({
        sourceCidrBlock: rule.sourceCidrBlock,
        sourcePortRange: rule.sourcePortRange,
        destinationCidrBlock: rule.destinationCidrBlock,
        destinationPortRange: rule.destinationPortRange,
      }),
      id: context.newId('tmr'),
      direction,
      action: readAction(rule.action),
      priority: readPriority(rule.priority ?? others.length + 1, others),
      protocol: readProtocol(rule.protocol),
      ipVersion: rule.ipVersion ?? 'IPv4',
    });
  };
  (request.ingressRules ?? []).forEach(add('ingress'));
  (request.egressRules ?? []).forEach(add('egress'));
  return rules;
};

/** From 1 to 10; each is had by one rule. @throws Fault InvalidParameter */
const readPriority = (priority: number, others: readonly TrafficMirrorRule[]): number => {
  const isTaken = others.some((other) => other.priority === priority);
  if (Number.isInteger(priority) && priority >= 1 && priority <= maxRules && !isTaken) return priority;
  throw fault('InvalidParameter', {
    Parameter: 'Priority',
    Reason: isTaken ? `a rule has the priority ${priority}` : `it is from 1 to ${maxRules}`,
  });
};

/**
 * A rule with the changes that a request names.
 * @param rules all rules of the filter
 * @throws Fault InvalidParameter
 */
export const changedRule = (
  rule: TrafficMirrorRule,
  request: RuleRequest & { readonly ruleAction?: string },
  rules: readonly TrafficMirrorRule[],
): TrafficMirrorRule => {
  const others = rules.filter(({ id, direction }) => id !== rule.id && direction === rule.direction);
  const { priority, protocol, ruleAction } = request;
  return {
    ...rule,
    ...given({
      action: ruleAction === undefined ? undefined : readAction(ruleAction),
      priority: priority === undefined ? undefined : readPriority(priority, others),
      protocol: protocol === undefined ? undefined : readProtocol(protocol),
      sourceCidrBlock: request.sourceCidrBlock,
      sourcePortRange: request.sourcePortRange,
      destinationCidrBlock: request.destinationCidrBlock,
      destinationPortRange: request.destinationPortRange,
    }),
  };
};
