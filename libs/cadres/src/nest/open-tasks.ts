import type { OpenTask } from '#cadres/domain';

/** What somebody has in hand, as the log has it at the call: known to the contexts of the work, given by the app. */
export abstract class OpenTasks {
  abstract of(cadreId: string): Promise<readonly OpenTask[]>;
}
