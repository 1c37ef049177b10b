import { areaOf, isSettledAs, type Area, type CadreId, type Candidate, type TownshipId } from '#cases/domain';

interface Place {
  readonly index: number;
  readonly townshipId: TownshipId | null;
  readonly indexInArea: number;
}

/** Candidates in the order in which they came, all together and by township. */
export class CandidateList {
  readonly all: Candidate[] = [];
  private readonly lists = new Map<TownshipId | null, Candidate[]>();
  private readonly placeOf = new Map<CadreId, Place>();
  private readonly sorted = new Map<TownshipId | null, Area>();
  /** Whose people are not what they were when it was sorted. */
  private readonly changed = new Set<TownshipId | null>();

  /** Good until somebody is put in. */
  get areas(): ReadonlyMap<TownshipId | null, Area> {
    for (const townshipId of this.changed) {
      const list = this.lists.get(townshipId);
      if (list) this.sorted.set(townshipId, areaOf(list));
      else this.sorted.delete(townshipId);
    }
    this.changed.clear();
    return this.sorted;
  }

  /** Takes the place of the same person, if he is there already. */
  put(candidate: Candidate): void {
    const { cadreId, townshipId } = candidate;
    const known = this.placeOf.get(cadreId);
    const before = known && this.all[known.index];
    const index = known?.index ?? this.all.length;
    this.all[index] = candidate;
    if (known && known.townshipId !== townshipId) {
      this.sortByArea();
      return;
    }
    const area = this.listOf(townshipId);
    const indexInArea = known?.indexInArea ?? area.length;
    area[indexInArea] = candidate;
    if (!known) this.placeOf.set(cadreId, { index, townshipId, indexInArea });
    if (!before || !isSettledAs(before, candidate)) this.changed.add(townshipId);
  }

  /** Somebody was posted elsewhere, which is rare: every area keeps the order of all. */
  private sortByArea(): void {
    for (const townshipId of this.lists.keys()) this.changed.add(townshipId);
    this.lists.clear();
    this.all.forEach((candidate, index) => {
      const { cadreId, townshipId } = candidate;
      const indexInArea = this.listOf(townshipId).push(candidate) - 1;
      this.placeOf.set(cadreId, { index, townshipId, indexInArea });
      this.changed.add(townshipId);
    });
  }

  private listOf(townshipId: TownshipId | null): Candidate[] {
    const known = this.lists.get(townshipId);
    if (known) return known;
    const fresh: Candidate[] = [];
    this.lists.set(townshipId, fresh);
    return fresh;
  }
}
