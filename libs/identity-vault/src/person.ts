/** Who a `partyId` is. Lives in the vault only. */
export interface Person {
  readonly name: string;
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
  readonly idNumber?: string;
}

export interface StoredPerson extends Person {
  readonly partyId: string;
  readonly erased?: false;
}

/** The key was destroyed: nobody can say any more who it was. */
export interface ErasedPerson {
  readonly partyId: string;
  readonly erased: true;
}

/** One person of a command: several persons of one command are told apart by their ordinal. */
export interface PersonEntry {
  readonly commandId: string;
  /** 0 for the first or only person of the command. */
  readonly ordinal?: number;
  /** `partyId` names somebody known, whose data are corrected; without it the id follows from command and ordinal. */
  readonly person: Person & { readonly partyId?: string };
}
