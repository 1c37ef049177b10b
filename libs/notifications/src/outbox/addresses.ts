import type { IdentityVault } from '#identity-vault';
import type { RecipientKey } from '#notifications/domain';
import type { People } from '#notifications/read';
import type { OutsideChannel } from './delivery-queue.js';

/** Where a recipient is reached, out of the vault as he is written to. An erased person is reached no more. */
export const addressesIn =
  (people: () => People, vault: Pick<IdentityVault, 'read'>) =>
  (recipient: RecipientKey, channel: OutsideChannel): string | undefined => {
    const [kind, id] = split(recipient);
    if (kind === 'group') return channel === 'ROBOT' ? id : undefined;
    const reference = kind === 'cadre' ? people().recordOf(id)?.personRef : id;
    const person = reference === undefined ? undefined : vault.read([reference]).get(reference);
    if (!person || person.erased) return undefined;
    return channel === 'EMAIL' ? person.email : person.phone;
  };

const split = (recipient: RecipientKey): readonly [kind: string, id: string] => {
  const colon = recipient.indexOf(':');
  return [recipient.slice(0, colon), recipient.slice(colon + 1)];
};
