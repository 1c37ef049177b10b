/** County units are named `K-…`, township centres after their township. */
export const isCounty = (centre: string): boolean => centre.startsWith('K');

/** `/county/T01` for a centre of T01, `/county` for a county unit. */
export const pathOfCentre = (centre: string): string =>
  isCounty(centre) ? '/county' : `/county/${centre.split('-')[0]}`;
