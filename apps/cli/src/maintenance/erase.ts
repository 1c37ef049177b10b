import { Command } from 'commander';
import { CommandExecutor, SqliteEventStore } from '#event-store';
import { IdentityVault } from '#identity-vault';
import { subjectDecider, subjectStream } from '#identity-vault/domain';
import { SYSTEM } from '#kernel';
import { SystemClock } from '#platform';
import { CURRENT_POLICY } from '#policy';
import { inDataFolder } from './in-data-folder.js';

/** Register, destroy the key, then say so in the log; each step may be repeated (`docs/domain.md §4.5`). */
export const eraseCommand = (): Command =>
  new Command('erase')
    .description('destroys the key of a person or a case: nobody can read any more who it was')
    .argument('<subject>', 'party id, or case:CASE_ID')
    .requiredOption('--reason <text>', 'why; stands in the log')
    .option('--data <folder>', 'data folder', '.minqing')
    .action(async (subject: string, { reason, data }: { reason: string; data: string }) => {
      await inDataFolder(data, async (folder) => {
        const clock = new SystemClock();
        const vault = new IdentityVault({ database: folder.file('vault.db'), keys: folder.file('keys') }, clock);
        const events = SqliteEventStore.open(folder.file('log.db'), { clock });
        try {
          await vault.erase(subject);
          const { repeated, events: written } = await new CommandExecutor(events, clock).execute({
            decider: subjectDecider,
            stream: subjectStream(subject),
            command: { type: 'EraseSubject', data: { subject, reason } },
            envelope: { commandId: `erase:${subject}`, requestHash: vault.requestHash(reason), actor: SYSTEM },
            context: (_, base) => base,
            policyVersion: () => CURRENT_POLICY.version,
          });
          const news = repeated || written.length === 0 ? 'was erased before' : 'is erased';
          console.log(`${subject} ${news}.`);
        } finally {
          await events.close();
          vault.close();
        }
      });
    });
