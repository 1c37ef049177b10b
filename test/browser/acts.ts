import type { Page } from 'playwright-core';

/** Opens a case from a list of the menu. */
export const opensCase = async (page: Page, caseNo: string, list: string): Promise<void> => {
  await page.getByRole('link', { name: list, exact: true }).click();
  await rowOf(page, caseNo).then((row) => row.getByRole('link').click());
};

/** The first line of a list that names the case; the lists follow the log by a moment. */
export const rowOf = async (page: Page, caseNo: string) => {
  const rows = page.getByRole('row').filter({ hasText: caseNo });
  for (let tries = 0; tries < 40 && (await rows.count()) === 0; tries += 1) {
    await page.getByRole('button', { name: '刷新' }).click();
    await page.waitForTimeout(250);
  }
  return rows.first();
};

export const gives = async (
  page: Page,
  command: string,
  fill: (form: Page) => Promise<unknown> = nothing,
  send = command,
): Promise<void> => {
  await page.getByRole('button', { name: command, exact: true }).click();
  await fill(page);
  await page.locator('form').getByRole('button', { name: send, exact: true }).click();
  await page.getByText(`已完成：${command}`).waitFor();
};

export const nothing = async (): Promise<void> => undefined;

export const stage = (page: Page, name: string): Promise<void> =>
  page.locator('.case header .tag', { hasText: name }).waitFor();

export interface Matter {
  readonly type: string;
  readonly village: string;
  readonly summary: string;
  /** The first tells it, the second is the other side. */
  readonly people: readonly string[];
}

/** Writes the register form and sends it; answers with the number of the case. */
export const registers = async (page: Page, { type, village, summary, people }: Matter): Promise<string> => {
  await page.getByRole('link', { name: '登记事项' }).click();
  await page.getByLabel('事项类别').selectOption({ label: type });
  await page.getByLabel('村', { exact: true }).selectOption(village);
  await page.getByLabel('情况说明').fill(summary);
  for (const [index, name] of people.entries()) {
    if (index > 0) await page.getByRole('button', { name: '再加一个人' }).click();
    await page.getByLabel('姓名').nth(index).fill(name);
  }
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('heading', { name: '登记好了' }).waitFor();
  return page.locator('.case-number').innerText();
};
