import type { Transitions } from '../context.ts';
import { becomes } from '../status-change.ts';

/** Lifelike time that a purchase takes to be there, in milliseconds. */
export const purchaseTime = 2000;

/** What is paid for in advance: it begins and ends at its times, on the clock. */
export const reservationTransitions: Transitions = {
  'capacity-reservation.start': becomes(({ capacityReservations }) => capacityReservations, 'Active'),
  'capacity-reservation.end': (id, { tables, now }) => {
    // A later change of the end has a task of its own.
    if (tables.capacityReservations.get(id)?.endsAt === now) tables.capacityReservations.delete(id);
  },
  'elasticity-assurance.start': (id, { tables }) => {
    if (tables.elasticityAssurances.get(id)?.status === 'Prepared') {
      tables.elasticityAssurances.update(id, { status: 'Active' });
    }
  },
  'elasticity-assurance.end': (id, { tables, now }) => {
    if (tables.elasticityAssurances.get(id)?.endsAt === now) {
      tables.elasticityAssurances.update(id, { status: 'Released' });
    }
  },
  'storage-capacity-unit.ready': (id, { tables, now }) => {
    const unit = tables.storageCapacityUnits.get(id);
    if (unit === undefined || unit.status === 'Expired') return;
    tables.storageCapacityUnits.update(id, { status: unit.startsAt > now ? 'Pending' : 'Active' });
  },
  'storage-capacity-unit.expired': becomes(({ storageCapacityUnits }) => storageCapacityUnits, 'Expired'),
  'reserved-instance.ready': (id, { tables }) => {
    if (tables.reservedInstances.get(id)?.status === 'Creating') {
      tables.reservedInstances.update(id, { status: 'Active' });
    }
  },
  'reserved-instance.expired': becomes(({ reservedInstances }) => reservedInstances, 'Expired'),
};
