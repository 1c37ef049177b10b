import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { gives, rowOf } from '../acts.js';
import type { People } from '../people.js';
import type { Told } from './clerk.js';

export const leaderActs = (people: () => People, told: Told) =>
  describe('a leader of the township', () => {
    let leader: Page;

    it('sees on the board what nobody has taken, days later', async () => {
      await people().moveTo('2026-03-17T08:40:00+08:00');
      leader = await people().logIn('deputy.t01');
      await leader.getByRole('link', { name: '矛盾纠纷' }).click();
      const row = await rowOf(leader, told.forgotten);
      expect(await row.innerText()).toContain('超期：受理');
    }, 120_000);

    it('narrows what is overdue down to who has it in hand', async () => {
      await leader.getByRole('link', { name: '超期事项' }).click();
      await leader.getByRole('button', { name: '按经手人' }).click();
      await leader.getByRole('rowheader').getByRole('button', { name: '维稳调处' }).click();
      await leader.getByRole('button', { name: /只看：.*维稳调处/ }).waitFor();
      expect(leader.url()).toContain('holder=');
      await rowOf(leader, told.forgotten).then((row) => row.getByRole('link').click());
    }, 60_000);

    it('orders it to be done', async () => {
      await gives(
        leader,
        '处理超期',
        async (page) => {
          await page.getByLabel('怎么处理').selectOption('ORDER');
          await page.getByLabel('理由或要求').fill('今天受理，不再拖。');
        },
        '确定',
      );
      expect(await leader.getByRole('region', { name: '办理经过' }).innerText()).toContain('今天受理，不再拖。');
    }, 60_000);

    it('publishes the roster of the week as it is proposed, and sees that its hours have somebody', async () => {
      await leader.getByRole('link', { name: '值班表' }).click();
      await leader.getByText('这一周还没有发布值班表').waitFor();
      const coming = leader.getByRole('region', { name: '今后四周' });
      const thisWeek = coming.getByRole('listitem').first();
      expect(await thisWeek.innerText()).toContain('还没有发布');
      await leader.getByRole('button', { name: '按建议发布' }).click();
      await leader.getByText('发布晚于规定时间').waitFor();
      expect(await leader.getByRole('row', { name: /周二/ }).innerText()).toContain('替班：');
      await thisWeek.getByText('已发布').waitFor();
      await leader.getByRole('button', { name: '下一周' }).click();
      await leader.getByText('这一周还没有发布值班表').waitFor();
    }, 60_000);

    it('reads the board in English, and on a narrow screen too', async () => {
      await leader.getByRole('button', { name: 'English' }).click();
      await leader.getByRole('link', { name: 'Disputes' }).click();
      const row = leader.getByRole('row').filter({ hasText: told.forgotten });
      expect(await row.innerText()).toContain('Overdue: Accept');
      await leader.setViewportSize({ width: 360, height: 740 });
      expect(await leader.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    }, 60_000);
  });
