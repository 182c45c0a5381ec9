import type { PageSpec, Position } from '../../docs-parser/index.ts';
import type { GivenBlock, PromiseKind, Scenario, Step, Verb, Expectation } from '../scenario.ts';

/** A scenario before it knows its page. */
export interface Draft {
  /** Below the page's name: "argument/image_id/required". */
  readonly id: string;
  readonly kind: PromiseKind;
  readonly title: string;
  readonly position: Position;
  readonly given?: readonly GivenBlock[];
  readonly steps?: readonly Step[];
  /** Why it cannot be checked; then there are no steps. */
  readonly notChecked?: string;
}

/** A step: what is done, and what must be seen. Nothing expected means that it succeeds. */
export const step = (when: Verb, ...then: Expectation[]): Step => ({ when, then });

/** The draft as a scenario of its page. Everything derived is stated by the page, so its trust is "documented". */
export const toScenario = (page: PageSpec, draft: Draft): Scenario => ({
  id: `${page.name}/${draft.id}`,
  kind: draft.kind,
  title: draft.title,
  trust: 'documented',
  page: { file: page.file, position: draft.position },
  given: [...(draft.given ?? [])],
  steps: [...(draft.steps ?? [])],
  notChecked: draft.notChecked ?? null,
});
