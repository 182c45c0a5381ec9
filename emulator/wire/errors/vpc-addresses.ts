import { defineErrors } from './define.ts';

/**
 * Errors of elastic IP addresses, HAVIPs and NAT gateways. The codes are those that the provider looks for
 * (provider-error-codes.json) and that VPC's pages name.
 */
export const vpcAddressErrors = defineErrors({
  'InvalidAllocationId.NotFound': [404, 'The elastic IP address {Id} does not exist.'],
  'InvalidBandwidthPackageId.NotFound': [404, 'The bandwidth package {Id} does not exist.'],
  'IpInstanceId.AlreadyInBandwidthPackage': [400, 'The address {Id} shares a bandwidth package already.'],
  'OperationUnsupported.IpNotInCbwp': [400, 'The address {Id} does not share {BandwidthPackageId}.'],
  'InvalidEipAddress.AlreadyAllocated': [400, 'The address {IpAddress} is allocated already.'],
  'QuotaExceeded.Eip': [400, 'The account has {Limit} elastic IP addresses in the region already.'],
  IncorrectEipStatus: [400, 'The elastic IP address {AllocationId} is {Status}.'],
  'InvalidInstanceType.NotSupport': [400, 'Nothing of the type {InstanceType} can have an address.'],
  'InvalidAssociation.Duplicated': [400, '{InstanceId} is bound already.'],
  'InvalidAssociation.NotExists': [400, '{Id} is not bound to this instance.'],
  'InvalidStatus.InstanceHasBandWidth': [400, 'The instance {InstanceId} has a public address of its own.'],
  'InvalidStatus.EniStatusNotSupport': [400, 'The network interface {InstanceId} is {Status}.'],
  'InvalidIpStatus.HasBeenUsedBySnatTable': [400, 'An SNAT entry uses the address {IpAddress}.'],
  'InvalidIpStatus.HasBeenUsedByForwardEntry': [400, 'A DNAT entry uses the address {IpAddress}.'],
  'InvalidHaVipId.NotFound': [404, 'The HAVIP {Id} does not exist.'],
  IncorrectHaVipStatus: [400, 'The HAVIP {Id} is {Status}, or an address is bound to it.'],
  'QuotaExceeded.HaVipInstance': [400, 'The HAVIP is bound to {Limit} instances already.'],
  'InvalidNatGatewayId.NotFound': [404, 'The NAT gateway {Id} does not exist.'],
  'IncorrectStatus.NatGateway': [400, 'The NAT gateway {Id} is {Status}.'],
  'DependencyViolation.EIPS': [400, 'The NAT gateway {Id} still has elastic IP addresses.'],
  'DependencyViolation.SnatTable': [400, 'The SNAT table of the NAT gateway {Id} still has entries.'],
  'DependencyViolation.ForwardTable': [400, 'The DNAT table of the NAT gateway {Id} still has entries.'],
  'DependencyViolation.NatGateway': [400, '{Id} still has NAT gateways.'],
  'DependencyViolation.HaVip': [400, 'The VSwitch {Id} still has HAVIPs.'],
  'InvalidSnatTableId.NotFound': [404, 'The SNAT table {Id} does not exist.'],
  'InvalidSnatEntryId.NotFound': [404, 'The SNAT entry {Id} does not exist in this table.'],
  EIP_NOT_IN_GATEWAY: [400, 'The address {IpAddress} is not bound to the NAT gateway {Id}.'],
  'InvalidForwardTableId.NotFound': [404, 'The DNAT table {Id} does not exist.'],
  'InvalidForwardEntryId.NotFound': [404, 'The DNAT entry {Id} does not exist in this table.'],
  'InvalidIp.NotInNatgw': [400, 'The address {IpAddress} is not bound to the NAT gateway {Id}.'],
});
