import type { CadreId, Candidate, TownshipId } from '#cases/domain';

interface Place {
  readonly index: number;
  readonly townshipId: TownshipId | null;
  readonly indexInArea: number;
}

/** Candidates in the order in which they came, all together and by township. */
export class CandidateList {
  readonly all: Candidate[] = [];
  readonly areas = new Map<TownshipId | null, Candidate[]>();
  private readonly placeOf = new Map<CadreId, Place>();

  /** Takes the place of the same person, if he is there already. */
  put(candidate: Candidate): void {
    const { cadreId, townshipId } = candidate;
    const known = this.placeOf.get(cadreId);
    const index = known?.index ?? this.all.length;
    this.all[index] = candidate;
    if (known && known.townshipId !== townshipId) {
      this.sortByArea();
      return;
    }
    const area = this.areaOf(townshipId);
    const indexInArea = known?.indexInArea ?? area.length;
    area[indexInArea] = candidate;
    if (!known) this.placeOf.set(cadreId, { index, townshipId, indexInArea });
  }

  /** Somebody was posted elsewhere, which is rare: every area keeps the order of all. */
  private sortByArea(): void {
    this.areas.clear();
    this.all.forEach((candidate, index) => {
      const { cadreId, townshipId } = candidate;
      const indexInArea = this.areaOf(townshipId).push(candidate) - 1;
      this.placeOf.set(cadreId, { index, townshipId, indexInArea });
    });
  }

  private areaOf(townshipId: TownshipId | null): Candidate[] {
    const known = this.areas.get(townshipId);
    if (known) return known;
    const fresh: Candidate[] = [];
    this.areas.set(townshipId, fresh);
    return fresh;
  }
}
