import { ref } from 'vue';
import { readUnread } from '../api/inbox';
import { Refused } from '../api/client';

/** How many notices the person has not read, as the menu says it; nothing where it could not be asked. */
export const unread = ref(0);

export const readUnreadAgain = async (): Promise<void> => {
  try {
    unread.value = (await readUnread()).unread;
  } catch (error) {
    if (!(error instanceof Refused)) throw error; // the page tells why the station does not answer
  }
};
