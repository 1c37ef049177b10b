import { computed } from 'vue';
import { createI18n } from 'vue-i18n';
import type { Text } from './api/problem';
import { en, zh } from './words';

export type Language = 'zh' | 'en';

const KEPT = 'minqing.language';

/** Chinese first; whoever chose English finds it again. */
export const i18n = createI18n({
  legacy: false,
  locale: localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh',
  messages: { zh, en },
});

const { global } = i18n;

export const language = computed<Language>(() => global.locale.value);

export const t = (key: string, values: Readonly<Record<string, unknown>> = {}): string =>
  global.t(key, values as Record<string, unknown>);

/** Whether there are words for this key. */
export const te = (key: string): boolean => global.te(key);

/** The text of a code; the code itself where it is newer than these pages. */
export const word = (group: string, code: string): string => (te(`${group}.${code}`) ? t(`${group}.${code}`) : code);

export const said = (text: Text | undefined): string => text?.[language.value] ?? '';

/** What is said of a field that was left empty, in both languages as problems are. */
export const MISSING: Text = { zh: zh.field.missing, en: en.field.missing };

/** Enumerations inside a sentence. */
export const listed = (items: readonly string[]): string => items.join(language.value === 'zh' ? '、' : ', ');

const announce = (chosen: Language): void => {
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en';
};

export const speak = (chosen: Language): void => {
  global.locale.value = chosen;
  localStorage.setItem(KEPT, chosen);
  announce(chosen);
};

announce(language.value);
