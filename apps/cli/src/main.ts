import { Command } from 'commander';
import { backupCommand, restoreCommand } from './maintenance/backup/backup-command.js';
import { doctorCommand } from './maintenance/doctor/doctor-command.js';
import { eraseCommand } from './maintenance/erase.js';
import { rebuildCommand } from './maintenance/rebuild.js';
import { rebuildWorkflowsCommand } from './maintenance/rebuild-workflows.js';
import { verifyCommand } from './maintenance/verify.js';
import { rehearseCommand } from './rehearsal/rehearse-command.js';

/** `npm run cli -- COMMAND`. */
await new Command('npm run cli --')
  .description('Minqing 民情: rehearsals and maintenance')
  .addCommand(rehearseCommand())
  .addCommand(rebuildCommand())
  .addCommand(rebuildWorkflowsCommand())
  .addCommand(eraseCommand())
  .addCommand(backupCommand())
  .addCommand(restoreCommand())
  .addCommand(verifyCommand())
  .addCommand(doctorCommand(process.env))
  .parseAsync();
