import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { gives, opensCase, rowOf, stage } from '../acts.js';
import { fits, missedByFingers, type People } from '../people.js';
import type { Told } from './clerk.js';

const HANDLER = 'instructor.t01-v07';

export const cadreMediates = (people: () => People, told: Told) =>
  describe('a cadre who mediates from his phone', () => {
    let director: Page;
    let cadre: Page;

    /** What the page says is still missing, once it has heard of the last answer. */
    const missing = (hasText: string, hasNotText = '—'): Promise<void> =>
      cadre.locator('.note', { hasText: '还差' }).filter({ hasText, hasNotText }).waitFor();
    const each = async (command: string, question: string): Promise<void> => {
      for (const party of ['李某0231', '王某0417']) {
        await gives(
          cadre,
          command,
          async (page) => {
            await page.getByLabel('哪一方').selectOption({ label: await option(page, party) });
            await page.getByLabel(question).selectOption({ label: '是' });
          },
          '记录',
        );
      }
    };
    const option = async (page: Page, name: string): Promise<string> =>
      (await page.getByRole('option').filter({ hasText: name }).first().textContent())?.trim() ?? '';

    it('is given the dispute and finds it among his tasks', async () => {
      director = await people().logIn('director.t01');
      await opensCase(director, told.mediated, '矛盾纠纷');
      await gives(director, '受理');
      await gives(director, '派单');
      cadre = await people().logIn(HANDLER, { phone: true });
      await cadre.getByRole('heading', { name: /今天/ }).waitFor();
      expect(await fits(cadre)).toBe(true);
      expect(await missedByFingers(cadre)).toEqual([]);
      await opensCase(cadre, told.mediated, '我的任务');
      await gives(cadre, '接单', undefined, '我接单');
      await gives(
        cadre,
        '记录首次响应',
        async (page) => {
          await page.getByLabel('怎么联系的').selectOption('VISIT');
          await page.getByLabel('了解到什么').fill('到现场看过，两家都愿意谈。');
        },
        '记录',
      );
    }, 90_000);

    it('finds in his inbox what he was told, and goes on from there', async () => {
      await cadre.getByRole('link', { name: /^消息/ }).click();
      const row = await rowOf(cadre, told.mediated);
      expect(await fits(cadre)).toBe(true);
      expect(await missedByFingers(cadre)).toEqual([]);
      await row.getByRole('button', { name: '标为已读' }).click();
      await row.getByText('已读', { exact: true }).waitFor();
      await row.getByRole('link').click();
      await stage(cadre, '办理中');
    }, 60_000);

    it('asks both sides, and always sees what is still missing', async () => {
      await gives(cadre, '提请调解');
      await stage(cadre, '调解中');
      await missing('李某0231、王某0417 是否同意调解');
      await each('记录是否同意调解', '同意调解吗？');
      await missing('提出一名调解员', '是否同意');
      await gives(cadre, '提出调解员人选', (page) => page.locator('.people button').first().click(), '提出');
      await each('记录对调解员的答复', '接受吗？');
      await missing('排定调解时间');
    }, 90_000);

    it('is told in words when a session would be too soon, and keeps what he wrote', async () => {
      await cadre.getByRole('button', { name: '排定或更改调解时间' }).click();
      await cadre.getByLabel('开始时间').fill('2026-03-10T15:00');
      await cadre.getByLabel('当事人愿意公开进行').check();
      const send = cadre.locator('form').getByRole('button', { name: '确定时间' });
      await send.click();
      expect(await cadre.getByRole('alert').innerText()).toContain('通知当事人的时间不够');
      expect(await cadre.getByLabel('当事人愿意公开进行').isChecked()).toBe(true);
      expect(await missedByFingers(cadre)).toEqual([]);
      await cadre.getByLabel('开始时间').fill('2026-03-11T09:00');
      await send.click();
      await cadre.getByText('第 1 次：3月11日（周三）09:00 至 11:00').waitFor();
    }, 60_000);

    it('writes the minutes, and keeps them though his login runs out meanwhile', async () => {
      await people().moveTo('2026-03-11T09:05:00+08:00');
      await people().comesBack(cadre, HANDLER);
      await cadre.getByRole('button', { name: '记录调解笔录' }).click();
      await cadre.getByLabel('李某0231').check();
      await cadre.getByLabel('王某0417').check();
      await cadre.getByRole('textbox', { name: '笔录' }).fill('双方说了水沟的来历。');
      await people().moveTo('2026-03-11T16:00:00+08:00');
      await people().comesBack(cadre, HANDLER);
      expect(await cadre.getByRole('textbox', { name: '笔录' }).inputValue()).toBe('双方说了水沟的来历。');
      await cadre.locator('form').getByRole('button', { name: '记录', exact: true }).click();
      await cadre.getByText('已完成：记录调解笔录').waitFor();
    }, 120_000);

    it('writes down what both have agreed, and loses no word of it to what happens meanwhile', async () => {
      await cadre.getByRole('button', { name: '记录口头协议' }).click();
      await cadre.getByRole('button', { name: '添加一项约定' }).click();
      await cadre.getByLabel('由谁履行').selectOption({ index: 2 });
      await cadre.getByLabel('做什么').fill('清沟');
      const agree = cadre.getByRole('button', { name: '各方已确认，记录' });
      await agree.click();
      const problem = await cadre.getByRole('alert').innerText();
      expect(problem).toContain('主要事实、争议和责任：还没有填写');
      await cadre.getByLabel('主要事实、争议和责任').fill('水沟年久淤塞，王家清理。');
      await cadre.getByLabel('最迟哪天').fill('2026-03-31');
      const desk = await people().logIn(HANDLER);
      await opensCase(desk, told.mediated, '矛盾纠纷');
      await gives(
        desk,
        '排定或更改调解时间',
        (page) => page.getByLabel('开始时间').fill('2026-03-13T09:00'),
        '确定时间',
      );
      await agree.click();
      await cadre.getByText('这件事刚被别人更改过').waitFor();
      expect(await cadre.getByLabel('主要事实、争议和责任').inputValue()).toContain('王家清理');
      await agree.click();
      await cadre.getByText('已达成口头协议，即时生效。').waitFor();
      await stage(cadre, '办理中');
      expect(await fits(cadre)).toBe(true);
    }, 120_000);

    it('alone, with whoever took part, reads what was said', async () => {
      await cadre.getByText('查看笔录和协议内容').click();
      await cadre.getByText('双方说了水沟的来历。').waitFor();
      await cadre.getByText('王某0417，3月31日（周二） 以前').waitFor();
      await director.reload();
      await people().logInOn(director, 'director.t01');
      await director.getByText('已达成口头协议').waitFor();
      expect(await director.getByText('查看笔录和协议内容').count()).toBe(0);
    }, 60_000);

    it('finds among the agreements what is still to be done, and writes down that it was', async () => {
      await director.getByRole('link', { name: '协议履行', exact: true }).click();
      const promised = await rowOf(director, told.mediated);
      expect(await promised.innerText()).toContain('第 1 项，3月31日（周二）前');
      await cadre.getByText('3月31日（周二）17:30查看是否履行').waitFor();
      await gives(
        cadre,
        '记录履行',
        async (page) => {
          await page.getByLabel('哪一项').selectOption({ index: 1 });
          await page.getByLabel('履行日期').fill('2026-03-11');
          await page.getByLabel('依据').selectOption({ label: '我亲眼看到' });
        },
        '记录',
      );
      await cadre.getByText('3月11日（周三）已履行').waitFor();
      await cadre.getByText('第 1 项于3月11日（周三）履行（记录人亲眼看到）。').waitFor();
      expect(await cadre.getByRole('button', { name: '记录履行' }).count()).toBe(0);
      expect(await fits(cadre)).toBe(true);
      expect(await missedByFingers(cadre)).toEqual([]);
    }, 60_000);
  });
