import { test } from '@playwright/test';
import fc from 'fast-check';
import { commands } from './commands.ts';
import { checkInvariants } from './invariants.ts';
import { Reference } from './reference.ts';
import { publicImageId, World } from './world.ts';

/** Low, so that short sequences meet them. */
const limits = { shares: 1, images: 3 };

/** Sequences of all parts together; each part is a test, so that workers share the work. */
const sequences = Number(process.env['ALIMOCK_MODEL_SEQUENCES'] ?? 10_000);
const parts = 4;

const runSequences = (part: number): void => {
  fc.assert(
    fc.property(fc.commands(commands, { maxCommands: 40, size: '+1' }), (sequence) => {
      const world = new World(limits);
      const model = new Reference(publicImageId, limits);
      for (const actor of ['ada', 'ben'] as const) {
        const group = world.must(actor, 'CreateSecurityGroup', { VpcId: world.vpcOf(actor) });
        const id = group.text('SecurityGroupId');
        model.groups.set(id, { id, owner: actor });
      }
      fc.modelRun(() => ({ model, real: world }), sequence);
      checkInvariants(model, world);
    }),
    // The seed is fixed, so that every run of CI is the same; ALIMOCK_MODEL_SEED looks elsewhere.
    {
      numRuns: Math.ceil(sequences / parts),
      seed: Number(process.env['ALIMOCK_MODEL_SEED'] ?? 20_261_125) + part,
    },
  );
};

for (let part = 1; part <= parts; part++) {
  test(`random sequences by three accounts agree with the reference model, part ${part} of ${parts}`, () => {
    test.setTimeout(600_000);
    runSequences(part);
  });
}
