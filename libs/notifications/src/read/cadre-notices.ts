import type { CadreEvent } from '#cadres/domain';
import type { Message, Notice } from '#notifications/domain';

const inTheInbox = (cadreId: string, message: Message): readonly Notice[] => [
  { recipient: `cadre:${cadreId}`, message, channels: ['INBOX'], pace: 'WORKING_TIME' },
];

/** What concerns somebody himself and no case (`docs/domain.md §5.8`). */
export const noticesOfCadre = (event: CadreEvent): readonly Notice[] => {
  switch (event.type) {
    case 'CertificateExpired':
      return inTheInbox(event.data.cadreId, { text: 'certificate.expired', params: { skill: event.data.skill } });
    case 'LeaveApproved': {
      const { cadreId, from, to, substitute } = event.data;
      return inTheInbox(substitute, { text: 'leave.substitute', params: { absent: cadreId, from, to } });
    }
    default:
      return [];
  }
};
