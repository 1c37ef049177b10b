import type { Text } from '#policy';

export type Language = keyof Text;

/** The reader's language by `Accept-Language`; Chinese where he does not say, or wants neither. */
export const languageOf = (header: string | undefined): Language => {
  let best: { language: Language; weight: number } | undefined;
  for (const part of header?.split(',') ?? []) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const language = (['zh', 'en'] as const).find((known) => tag === known || tag.startsWith(`${known}-`));
    if (!language) continue;
    const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
    const weight = quality === undefined ? 1 : Number(quality);
    if (weight > 0 && weight > (best?.weight ?? 0)) best = { language, weight };
  }
  return best?.language ?? 'zh';
};
