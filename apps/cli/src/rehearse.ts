import { rehearseCommand } from './rehearsal/rehearse-command.js';

/** `npm run rehearse -- FILE.yaml` (docs/rehearsal.md). */
await rehearseCommand().parseAsync();
