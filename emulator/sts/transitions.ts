import type { Transitions } from '../context.ts';

/** Role sessions: what happens when their time has come. */
export const stsTransitions: Transitions = {
  'role-session.forgotten': (id, { tables }) => tables.roleSessions.delete(id),
};
