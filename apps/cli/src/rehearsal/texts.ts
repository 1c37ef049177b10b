export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Words of the timeline; codes and types of events stay as they are in both languages. */
export const TEXTS = {
  zh: {
    host: '主机',
    expected: '应为',
    got: '实为',
    missing: '未发生',
    unexpected: '未预期',
    nearest: '最接近',
    due: '时限',
    rung: '节点',
    state: '状态',
    figure: '指标',
    refusal: '拒绝',
    silence: '静默至',
    line: '行',
    held: '全部相符',
    differences: (n: number) => `${n} 处不符`,
    simulator: '模拟器',
    station: '工作站',
  },
  en: {
    host: 'host',
    expected: 'expected',
    got: 'got',
    missing: 'did not happen',
    unexpected: 'not expected',
    nearest: 'nearest',
    due: 'due',
    rung: 'rung',
    state: 'state',
    figure: 'figure',
    refusal: 'refusal',
    silence: 'silent until',
    line: 'line',
    held: 'as told',
    differences: (n: number) => (n === 1 ? '1 difference' : `${n} differences`),
    simulator: 'simulator',
    station: 'station',
  },
} as const satisfies Record<Language, unknown>;
