import { defineErrors } from './define.ts';

/** Errors of key pairs, snapshot policies and groups, commands, activations and image building. */
export const ecsOperationsErrors = defineErrors({
  // Key pairs
  'InvalidKeyPairName.Malformed': [
    400,
    'The key pair name {Name} is not valid: 2 to 128 letters, digits, ".", ":", "_" or "-", a letter first, and no URL.',
  ],
  'InvalidKeyPairName.NotFound': [400, 'The key pair {Name} does not exist in this region.'],
  'InvalidKeyPairNames.ValueNotSupported': [400, 'KeyPairNames must be a JSON list of names.'],
  'InvalidParameter.KeypairAlreadyAttachedInstance': [
    400,
    'Instances have the key pair {Name}. Detach it from them first.',
  ],
  'InvalidPublicKeyBody.Malformed': [400, 'PublicKeyBody is no public key in the form "ssh-rsa AAAA…".'],
  'KeyPair.AlreadyExist': [400, 'There is a key pair {Name} in this region already.'],
  'QuotaExceed.KeyPair': [403, 'The account can have at most {Limit} key pairs in this region.'],
  InstanceKeyPairLimitExceeded: [403, 'A call deletes at most {Limit} key pairs.'],
  'InvalidInstanceIds.ValueNotSupported': [400, 'InstanceIds must be a JSON list of up to 50 instance ids.'],
  'DependencyViolation.WindowsInstance': [
    403,
    'The instance {InstanceId} runs Windows and takes no key pair.',
  ],
  // Snapshot policies and groups
  ParameterInvalid: [403, 'The parameter {Parameter} is not valid: {Reason}.'],
  'AutoSnapshotPolicy.QuotaExceed': [
    403,
    'The account can have at most {Limit} automatic snapshot policies in this region.',
  ],
  'InvalidParameter.Name': [400, 'The name {Name} is not valid.'],
  'InvalidSnapshotGroupId.NotFound': [404, 'The snapshot group {SnapshotGroupId} does not exist.'],
  // Commands and invocations
  'InvalidCmdType.NotFound': [
    403,
    'The command type {Type} is not RunShellScript, RunBatScript or RunPowerShellScript.',
  ],
  'CmdName.ExceedLimit': [403, 'A command name has at most {Limit} characters.'],
  'CmdDesc.ExceedLimit': [403, 'The description of a command has at most {Limit} characters.'],
  'CmdCount.ExceedQuota': [403, 'The account can have at most {Limit} commands in this region.'],
  'CmdContent.ExceedLimit': [403, 'A command has at most {Limit} bytes.'],
  'InvalidCmdId.NotFound': [404, 'The command {Id} does not exist.'],
  'InvalidInvokeId.NotFound': [404, 'The invocation {Id} does not exist.'],
  'InvalidInstance.NotFound': [404, 'The instance {InstanceId} does not exist.'],
  'InvalidInstance.NotMatch': [403, 'The instance {InstanceId} does not run commands of type {Type}.'],
  'InstanceIds.ExceedLimit': [403, 'A call takes at most {Limit} instances.'],
  'Username.ExceedLimit': [403, 'A user name has at most {Limit} characters.'],
  'MissingParam.Frequency': [403, 'A command that runs by a schedule needs a Frequency.'],
  'InvalidParam.Frequency': [
    403,
    'The frequency {Frequency} is no cron expression, no rate(…) and no at(…) of a time to come.',
  ],
  'Parameter.Disabled': [404, 'The command takes no parameters: it was made without EnableParameter.'],
  'Parameter.NotMatched': [403, 'The command has no parameter {Name}.'],
  'ParameterCount.ExceedLimit': [403, 'A command takes at most {Limit} parameters.'],
  'ParameterKey.ExceedLimit': [403, 'A parameter name has at most {Limit} characters.'],
  'InvalidActivationId.NotFound': [404, 'The activation {Id} does not exist.'],
  // System events
  EventIdLimitExceeded: [403, 'A call takes at most {Limit} event ids.'],
  'InvalidParameter.TimeEndBeforeStart': [403, 'The end of the time is before its start.'],
  // Building images, rights on network interfaces
  'InvalidImageComponentId.NotFound': [404, 'The image component {Id} does not exist.'],
  'InvalidImagePipelineId.NotFound': [404, 'The image pipeline {Id} does not exist.'],
  'InvalidExecutionId.NotFound': [404, 'The pipeline execution {Id} does not exist.'],
  'InvalidEniPermissionId.NotFound': [404, 'The network interface permission {Id} does not exist.'],
});
