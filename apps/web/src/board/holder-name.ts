import type { Holder } from '../api/boards';
import { officeName } from '../names';

/** Who has it in hand: somebody by name, or a unit whose head has it. */
export const holderName = ({ kind, id, name }: Holder): string => (kind === 'CADRE' ? (name ?? id) : officeName(id));
