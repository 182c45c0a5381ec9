import type { LoadRequest } from './load.ts';
import { toAlimock, toMoto } from './worlds.ts';
import type { AlimockWorld, MotoWorld } from './worlds.ts';

/** One kind of call, as alimock and moto take it. */
export interface Case {
  readonly name: string;
  readonly alimock: readonly LoadRequest[];
  /** In place of `alimock`, for each round its own: each can so begin with a state that no other has let grow. */
  readonly alimockByRound?: readonly (readonly LoadRequest[])[];
  /** Undefined where moto takes no part. */
  readonly moto?: readonly LoadRequest[];
  /** Of moto's calls a second; undefined: no target. */
  readonly timesMoto?: number;
  /** Of the bare server's calls a second. */
  readonly timesBare?: number;
}

/** Targets of issue 4, "Bench". */
const smallCall = { timesMoto: 25 };
const fullPage = { timesMoto: 100 };

/** @param moto undefined where moto is not there */
export const smallCases = (ours: AlimockWorld, moto: MotoWorld | undefined): Case[] => [
  {
    name: 'DescribeInstances, none there',
    ...smallCall,
    alimock: [toAlimock('nobody', { Action: 'DescribeInstances' })],
    ...(moto && { moto: [toMoto('eu-west-1', { Action: 'DescribeInstances' })] }),
  },
  {
    name: 'DescribeInstances by id, 100 there',
    ...smallCall,
    ...byId(ours, moto),
  },
  {
    name: 'DescribeInstances, a page of 100 of 100',
    ...fullPage,
    ...pageOf100(ours, moto),
  },
  {
    name: 'DescribeImages by id',
    ...smallCall,
    alimock: [toAlimock(ours.account, { Action: 'DescribeImages', ImageId: ours.imageId })],
    ...(moto && {
      moto: [toMoto(moto.region, { Action: 'DescribeImages', 'ImageId.1': moto.imageId })],
    }),
  },
  {
    name: 'ModifyImageSharePermission, add and remove in turn',
    ...smallCall,
    alimock: ['AddAccount.1', 'RemoveAccount.1'].map((parameter) =>
      toAlimock(ours.account, {
        Action: 'ModifyImageSharePermission',
        ImageId: ours.imageId,
        [parameter]: '1234567890123456',
      }),
    ),
    ...(moto && {
      moto: ['add', 'remove'].map((operation) =>
        toMoto(moto.region, {
          Action: 'ModifyImageAttribute',
          ImageId: moto.imageId,
          Attribute: 'launchPermission',
          OperationType: operation,
          'UserId.1': '123456789012',
        }),
      ),
    }),
  },
  {
    name: 'TagResources (CreateTags)',
    ...smallCall,
    alimock: [
      toAlimock(ours.account, {
        Action: 'TagResources',
        ResourceType: 'instance',
        'ResourceId.1': ours.instanceId,
        'Tag.1.Key': 'purpose',
        'Tag.1.Value': 'bench',
      }),
    ],
    ...(moto && {
      moto: [
        toMoto(moto.region, {
          Action: 'CreateTags',
          'ResourceId.1': moto.instanceId,
          'Tag.1.Key': 'purpose',
          'Tag.1.Value': 'bench',
        }),
      ],
    }),
  },
];

/** @param moto a world of 10,000 too; undefined where it takes no part */
export const largeCases = (ours: AlimockWorld, moto: MotoWorld | undefined): Case[] => [
  { name: 'DescribeInstances by id, 10,000 there', timesBare: 0.6, ...byId(ours, moto) },
  { name: 'DescribeInstances, a page of 100 of 10,000', ...pageOf100(ours, moto) },
];

const byId = (ours: AlimockWorld, moto: MotoWorld | undefined): Pick<Case, 'alimock' | 'moto'> => ({
  alimock: [
    toAlimock(ours.account, {
      Action: 'DescribeInstances',
      InstanceIds: JSON.stringify([ours.instanceId]),
    }),
  ],
  ...(moto && {
    moto: [toMoto(moto.region, { Action: 'DescribeInstances', 'InstanceId.1': moto.instanceId })],
  }),
});

const pageOf100 = (ours: AlimockWorld, moto: MotoWorld | undefined): Pick<Case, 'alimock' | 'moto'> => ({
  alimock: [toAlimock(ours.account, { Action: 'DescribeInstances', PageSize: '100' })],
  ...(moto && { moto: [toMoto(moto.region, { Action: 'DescribeInstances', MaxResults: '100' })] }),
});

/** @param worlds for each round its own; one takes all rounds that have none */
export const runInstances = (
  name: string,
  [first, ...others]: readonly [AlimockWorld, ...AlimockWorld[]],
  moto: MotoWorld | undefined,
): Case => {
  const launch = ({ account, launch: parameters }: AlimockWorld): LoadRequest[] => [
    toAlimock(account, parameters),
  ];
  return {
    name,
    timesMoto: 50,
    alimock: launch(first),
    alimockByRound: [first, ...others].map(launch),
    ...(moto && { moto: [toMoto(moto.region, moto.launch)] }),
  };
};
