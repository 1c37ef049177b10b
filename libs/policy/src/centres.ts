import type { CentreKind, Text } from './codes.js';

/** `docs/domain.md §2.1`. */
export interface CentrePolicy {
  readonly names: Readonly<Record<CentreKind, Text>>;
  /** By number of villages, largest first: the units that exist in a township of this class. */
  readonly sizeClasses: readonly {
    readonly name: string;
    readonly fromVillages: number;
    readonly kinds: readonly CentreKind[];
  }[];
  /** The unit that does the work of one that does not exist. */
  readonly mergedInto: Readonly<Partial<Record<CentreKind, CentreKind>>>;
}

/** `docs/domain.md §2.1`. */
export const CENTRES: CentrePolicy = {
  names: {
    GENERAL_OFFICE: { zh: '党政综合办公室', en: 'General office' },
    RURAL_GUIDANCE: { zh: '农村工作指导中心', en: 'Rural guidance centre' },
    INDUSTRY_SERVICE: { zh: '工业发展服务中心', en: 'Industry service centre' },
    STABILITY_MEDIATION: { zh: '维稳调处服务中心', en: 'Stability and mediation centre' },
    SOCIAL_SECURITY: { zh: '社会保障服务中心', en: 'Social security centre' },
    TOWN_CONSTRUCTION: { zh: '村镇建设管理中心', en: 'Town construction centre' },
  },
  sizeClasses: [
    {
      name: 'A',
      fromVillages: 18,
      kinds: [
        ...(['GENERAL_OFFICE', 'RURAL_GUIDANCE', 'INDUSTRY_SERVICE'] as const),
        ...(['STABILITY_MEDIATION', 'SOCIAL_SECURITY', 'TOWN_CONSTRUCTION'] as const),
      ],
    },
    {
      name: 'B',
      fromVillages: 12,
      kinds: ['GENERAL_OFFICE', 'RURAL_GUIDANCE', 'INDUSTRY_SERVICE', 'STABILITY_MEDIATION', 'SOCIAL_SECURITY'],
    },
    {
      name: 'C',
      fromVillages: 0,
      kinds: ['GENERAL_OFFICE', 'RURAL_GUIDANCE', 'STABILITY_MEDIATION', 'SOCIAL_SECURITY'],
    },
  ],
  mergedInto: { TOWN_CONSTRUCTION: 'RURAL_GUIDANCE', INDUSTRY_SERVICE: 'RURAL_GUIDANCE' },
};
