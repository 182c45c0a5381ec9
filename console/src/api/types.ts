/** What the admin API takes and answers: the types of its own schemas, so that neither can go its own way. */
import type { infer as Infer, input as Input } from 'zod';
import type * as schemas from '../../../emulator/admin/schemas.ts';

export type Overview = Infer<typeof schemas.overview>;
export type KindSummary = Overview['kinds'][number];
export type ResourceList = Infer<typeof schemas.resourceList>;
export type ResourceLine = ResourceList['resources'][number];
export type ResourceDetail = Infer<typeof schemas.resourceDetail>;
export type ResourceLink = ResourceDetail['references'][number];
export type DeletionPreview = Infer<typeof schemas.deletionPreview>;
export type ActionCall = DeletionPreview['call'];
export type CallReply = Infer<typeof schemas.callReply>;
export type RequestList = Infer<typeof schemas.requestList>;
export type RequestEntry = Infer<typeof schemas.requestEntry>;
export type RequestDetail = Infer<typeof schemas.requestDetail>;
export type Clock = Infer<typeof schemas.clock>;
export type Pace = Clock['pace'];
export type ClockChange = Input<typeof schemas.clockChange>;
export type Fault = Infer<typeof schemas.fault>;
export type FaultRequest = Input<typeof schemas.faultRequest>;
export type QuotaList = Infer<typeof schemas.quotaList>;
export type ChangeEvent = Infer<typeof schemas.changeEvent>;
export type Health = Infer<typeof schemas.health>;
