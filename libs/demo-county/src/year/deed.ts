import type { CaseCommand } from '#cases/domain';
import type { Actor, Instant } from '#kernel';
import type { ReviewCommand } from '#reviews/domain';

/** What somebody will do at an instant. */
export interface Deed {
  readonly at: Instant;
  readonly stream: string;
  readonly command: CaseCommand | ReviewCommand;
  readonly actor: Actor;
}
