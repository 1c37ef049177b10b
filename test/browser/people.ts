import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { RunningStation } from './running-station.js';

const CHROMIUM = '/usr/bin/chromium';

export const launchChromium = (): Promise<Browser> => {
  if (!existsSync(CHROMIUM))
    throw new Error(`These tests need Chromium at ${CHROMIUM}: install it, nothing is skipped.`);
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update'],
    ],
  });
};

/** What a browser says of a page that breaks: script errors, and whatever the security policy had to stop. */
export type Complaints = string[];

/** Everybody has a browser of his own: cookies are never shared. */
export class People {
  readonly complaints: Complaints = [];
  private readonly pages: Page[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly station: RunningStation,
  ) {}

  /** A desk, or with `phone` a narrow screen. */
  async logIn(login: string, { phone = false } = {}): Promise<Page> {
    const viewport = phone ? { width: 360, height: 740 } : { width: 1200, height: 900 };
    const page = await (await this.browser.newContext({ viewport })).newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => this.complaints.push(`${login}: ${String(error)}`));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) this.complaints.push(`${login}: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(this.station.address)) this.complaints.push(`${login} asked ${request.url()}`);
    });
    this.pages.push(page);
    await page.clock.setFixedTime(new Date(this.station.clock));
    await page.goto(this.station.address);
    await this.logInOn(page, login);
    return page;
  }

  /** Where the session has run out meanwhile, on the page as it stands. */
  async logInOn(page: Page, login: string): Promise<void> {
    await page.getByLabel('账号').fill(login);
    await page.getByLabel('密码').fill(this.station.passwords[login] ?? '');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('button', { name: '退出', exact: true }).waitFor();
  }

  /** The page looks again at once, as it does when somebody comes back to it; where his session has run out, it says so. */
  async comesBack(page: Page, login: string): Promise<void> {
    await page.evaluate("dispatchEvent(new Event('keydown')); document.dispatchEvent(new Event('visibilitychange'))");
    await this.logInOn(page, login);
  }

  /** The station's clock and those of all browsers move on together. */
  async moveTo(at: string): Promise<void> {
    await this.station.moveTo(at);
    for (const page of this.pages) await page.clock.setFixedTime(new Date(at));
  }
}

/** Whether a narrow screen shows the page without sliding it sideways. */
export const fits = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>('document.documentElement.scrollWidth <= document.documentElement.clientWidth');

const SMALLEST = 44;

/**
 * What a finger would miss: buttons, links and fields lower than 44 px that can be seen. A tick is pressed by its label
 * too, and a link within a sentence is as high as the sentence.
 */
export const missedByFingers = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll('button, a, input, select, textarea, summary')]
    .filter((one) => !one.closest('p') || one.matches('button'))
    .filter((one) => !one.matches('[type=checkbox], [type=radio], .skip') && one.checkVisibility())
    .filter((one) => one.getBoundingClientRect().height < ${SMALLEST} - 0.5)
    .map((one) => one.outerHTML.slice(0, 120))`);
