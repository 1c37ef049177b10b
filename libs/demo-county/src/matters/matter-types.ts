import type { CaseTypeCode, Channel, Produce } from '#policy';

/** How many of a thousand matters are of this type: what a county's counters and hotline see in an ordinary fortnight. */
export const TYPE_WEIGHTS: readonly (readonly [CaseTypeCode, number])[] = [
  ['DSP-NBR', 70],
  ['DSP-FAM', 36],
  ['DSP-SUP', 22],
  ['DSP-WTR', 36],
  ['DSP-LCT', 26],
  ['DSP-HSE', 24],
  ['DSP-BND', 22],
  ['DSP-CON', 22],
  ['DSP-ACQ', 8],
  ['DSP-LAB', 26],
  ['DSP-INJ', 16],
  ['DSP-CLN', 4],
  ['PET-GEN', 22],
  ['SRV-FGS', 48],
  ['SRV-PST', 24],
  ['SRV-MKT', 24],
  ['SRV-FIN', 22],
  ['SRV-ENT', 18],
  ['REQ-INF', 110],
  ['REQ-AID', 44],
  ['REQ-ENV', 64],
  ['REQ-SAF', 30],
  ['CON-POL', 60],
  ['AGY-IMM', 60],
  ['AGY-PRM', 44],
  ['INQ-VIL', 18],
  ['RPT-GMB', 12],
  ['RPT-DOM', 8],
  ['EMG-DIS', 14],
  ['SUG-GEN', 36],
];

/** How often a way is taken where the type is offered by it. */
export const CHANNEL_WEIGHTS: Readonly<Partial<Record<Channel, number>>> = {
  HOTLINE: 34,
  WINDOW: 28,
  STATION: 14,
  WEB: 10,
  VISIT_PROACTIVE: 10,
  LETTER: 4,
  MARKET_DAY: 3,
  ENTERPRISE: 4,
  DUTY_PATROL: 2,
  POLICE_REFERRAL: 1,
};

/** Where nobody sits at a counter, people call. */
export const AFTER_HOURS: Channel = 'HOTLINE';

export const PRODUCE_OF: Readonly<Partial<Record<CaseTypeCode, readonly Produce[]>>> = {
  'SRV-FGS': ['FUNGUS', 'VEGETABLE', 'BAMBOO', 'TEA'],
  'SRV-PST': ['FUNGUS', 'VEGETABLE', 'LIVESTOCK'],
};

/** From and to, in yuan. */
export const AMOUNT_OF: Readonly<Partial<Record<CaseTypeCode, readonly [number, number]>>> = {
  'DSP-CON': [2_000, 90_000],
  'DSP-LAB': [1_500, 30_000],
  'DSP-INJ': [800, 60_000],
  'DSP-ACQ': [3_000, 40_000],
};

/** Whoever tells of these is not always ready to give a name. */
export const ANONYMOUS_SHARE: Readonly<Partial<Record<CaseTypeCode, number>>> = {
  'RPT-GMB': 0.5,
  'RPT-DOM': 0.3,
  'INQ-VIL': 0.15,
};

/** Does not wait for office hours. */
export const AT_ANY_HOUR: readonly CaseTypeCode[] = ['EMG-DIS', 'RPT-DOM', 'RPT-GMB', 'DSP-CLN'];
