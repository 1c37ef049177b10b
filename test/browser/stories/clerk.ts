import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { registers, rowOf, stage } from '../acts.js';
import type { People } from '../people.js';

/** Numbers of the cases that the stories share. */
export interface Told {
  mediated: string;
  forgotten: string;
}

export const clerkRegisters = (people: () => People, told: Told) =>
  describe('a clerk at the counter', () => {
    let clerk: Page;

    it('registers two disputes', async () => {
      clerk = await people().logIn('clerk.t01');
      const village = 'T01-V07';
      told.mediated = await registers(clerk, {
        ...{ type: '用水排水纠纷', village, people: ['李某0231', '王某0417'], summary: '两家共用的水沟被堵，雨天倒灌' },
      });
      await clerk.getByRole('button', { name: '再登记一件' }).click();
      told.forgotten = await registers(clerk, {
        ...{ type: '邻里纠纷', village, people: ['陈某0112', '林某0350'], summary: '院墙出水口对着邻家大门' },
      });
      expect(told.forgotten).not.toBe(told.mediated);
    }, 60_000);

    it('finds them on the board of disputes, at the tier and stage where they stand', async () => {
      await clerk.getByRole('link', { name: '矛盾纠纷' }).click();
      const row = await rowOf(clerk, told.mediated);
      expect(await row.innerText()).toMatch(/用水排水纠纷.*已登记.*受理/s);
      await clerk.getByLabel('状态').selectOption({ label: '调解中' });
      await clerk.getByText('没有符合条件的纠纷').waitFor();
      await clerk.goBack();
      await row.getByRole('link').click();
      await stage(clerk, '已登记');
    }, 60_000);

    it('can tell both sides that nobody is forced', async () => {
      await clerk.getByText('任何时候都可以退出调解、向法院起诉').waitFor();
    }, 60_000);
  });
