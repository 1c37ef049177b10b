import type { CaseCommand } from '#cases/domain';
import type { Actor, Instant } from '#kernel';
import type { MediationCommand } from '#mediation/domain';
import type { ReviewCommand } from '#reviews/domain';

/** What somebody will do at an instant. */
export interface Deed {
  readonly at: Instant;
  readonly stream: string;
  readonly command: CaseCommand | MediationCommand | ReviewCommand;
  readonly actor: Actor;
}
