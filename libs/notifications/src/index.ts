export { addressesIn } from './outbox/addresses.js';
export { GroupRobots, ROBOT_KINDS, type RobotSettings } from './outbox/group-robot.js';
export { Inbox, type InboxEntry } from './outbox/inbox.js';
export { Mail, type MailSettings } from './outbox/mail.js';
export { Outbox } from './outbox/outbox.js';
export { Sender, type WaysOut } from './outbox/sender.js';
export { SmsSpool } from './outbox/sms-spool.js';
export type { Telling } from './outbox/tellings.js';
export { toldNames } from './outbox/told-names.js';
