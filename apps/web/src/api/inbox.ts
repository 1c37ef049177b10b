import type { components } from '../generated/api';
import { queried } from './boards';
import { ask } from './client';

type Schemas = components['schemas'];
export type Inbox = Schemas['InboxAnswer'];
export type InboxItem = Schemas['InboxItem'];
export type CaseNotice = Schemas['CaseNotice'];
export type Preferences = Schemas['PreferencesAnswer'];
type Wish = Schemas['PreferencesBody'];
type Unread = Schemas['UnreadAnswer'];

const PAGE = '50';

export const readInbox = (cursor?: string): Promise<Inbox> => ask(queried('inbox', { limit: PAGE, cursor }));

export const readUnread = (): Promise<Unread> => ask('inbox/unread');

export const markRead = (noticeId: string): Promise<Unread> =>
  ask(`inbox/${encodeURIComponent(noticeId)}/read`, { method: 'POST' });

export const readPreferences = (): Promise<Preferences> => ask('inbox/preferences');

export const choosePreferences = (wish: Wish, key: string): Promise<Preferences> =>
  ask('inbox/preferences', { method: 'PUT', body: wish, key });

export const readCaseNotices = (caseId: string, cursor?: string): Promise<Schemas['CaseNoticesAnswer']> =>
  ask(queried(`cases/${encodeURIComponent(caseId)}/notices`, { limit: PAGE, cursor }));
