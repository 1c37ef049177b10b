import { language } from '../language';

const FEN = 100;

/** Yuan as somebody writes them, in fen. What is no number goes as it is written: the station says what is wrong. */
export const fenOf = (yuan: string): number => {
  const fen = Math.round(Number(yuan) * FEN);
  return Number.isFinite(fen) ? fen : (yuan as unknown as number);
};

export const yuan = (fen: number): string =>
  new Intl.NumberFormat(language.value === 'zh' ? 'zh-CN' : 'en', { style: 'currency', currency: 'CNY' }).format(
    fen / FEN,
  );
