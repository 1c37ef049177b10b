import { demoCommand } from './demo/demo-command.js';

/** `npm run demo`: see `--help`. */
await demoCommand().parseAsync();
