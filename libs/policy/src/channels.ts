import type { Channel, Text } from './codes.js';
import { deepFreeze } from './deep-freeze.js';

/** `docs/domain.md §4.2`, footnote. */
export const CHANNELS: Readonly<Record<Channel, Text>> = deepFreeze({
  HOTLINE: { zh: '服务热线', en: 'Hotline' },
  WINDOW: { zh: '服务窗口', en: 'Service window' },
  STATION: { zh: '为民服务站', en: 'Village service station' },
  WEB: { zh: '网上', en: 'Web' },
  LETTER: { zh: '来信', en: 'Letter' },
  VISIT_PROACTIVE: { zh: '主动走访', en: 'Proactive visit' },
  MARKET_DAY: { zh: '服务赶集日', en: 'Service market day' },
  ENTERPRISE: { zh: '企业助办', en: 'Enterprise service' },
  POLICE_REFERRAL: { zh: '公安转办', en: 'Referred by the police' },
  COURT_REFERRAL: { zh: '法院委托', en: 'Referred by a court' },
  COUNTY_TRANSFER: { zh: '上级交办', en: 'Handed down by the county' },
  DUTY_PATROL: { zh: '值班巡查', en: 'Duty patrol' },
});

/** "all" of the specification. */
export const EVERY_CHANNEL: readonly Channel[] = deepFreeze(
  (Object.keys(CHANNELS) as Channel[]).filter((channel) => channel !== 'COUNTY_TRANSFER'),
);
