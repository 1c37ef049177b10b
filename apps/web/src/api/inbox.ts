import type { components } from '../generated/api';
import { queried } from './boards';
import { ask } from './client';

type Schemas = components['schemas'];
export type Inbox = Schemas['InboxAnswer'];
export type InboxItem = Schemas['InboxItem'];
type Unread = Schemas['UnreadAnswer'];

const PAGE = '50';

export const readInbox = (cursor?: string): Promise<Inbox> => ask(queried('inbox', { limit: PAGE, cursor }));

export const readUnread = (): Promise<Unread> => ask('inbox/unread');

export const markRead = (noticeId: string): Promise<Unread> =>
  ask(`inbox/${encodeURIComponent(noticeId)}/read`, { method: 'POST' });
