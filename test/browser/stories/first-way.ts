import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { gives, nothing, opensCase, stage } from '../acts.js';
import { fits, type People } from '../people.js';

const TROUBLE = '村口水管昨晚爆裂，三户人家停水 <b>请尽快修好</b>';

/** A street's water pipe, from the counter to the resident's rating. */
export const firstWay = (people: () => People) =>
  describe('a case of village T01-V07, seen on the pages', () => {
    let clerk: Page;
    let director: Page;
    let instructor: Page;
    let callback: Page;
    let caseNo: string;

    it('is refused in words while it says nothing', async () => {
      clerk = await people().logIn('clerk.t01');
      await clerk.getByRole('link', { name: '登记事项' }).click();
      await clerk.getByLabel('事项类别').selectOption({ label: '水电路设施报修' });
      await clerk.getByLabel('村', { exact: true }).selectOption('T01-V07');
      await clerk.getByLabel('姓名').fill('王某0417');
      await clerk.getByLabel('电话').fill('000-1234-5678');
      await clerk.getByRole('button', { name: '登记', exact: true }).click();
      const problem = clerk.getByRole('alert');
      await problem.waitFor();
      expect(await problem.innerText()).toContain('情况说明：还没有填写');
      expect(await clerk.getByLabel('情况说明').getAttribute('aria-invalid')).toBe('true');
      expect(await clerk.getByLabel('姓名').inputValue()).toBe('王某0417');
    }, 60_000);

    it('is registered once, however often the button is pressed, and shows its number', async () => {
      const sent: string[] = [];
      clerk.on('request', (request) => {
        if (request.method() === 'POST') sent.push(request.headers()['idempotency-key'] ?? '');
      });
      await clerk.getByLabel('情况说明').fill(TROUBLE);
      await clerk.getByRole('button', { name: '登记', exact: true }).dblclick();
      await clerk.getByRole('heading', { name: '登记好了' }).waitFor();
      caseNo = await clerk.locator('.case-number').innerText();
      expect(caseNo).toMatch(/^T01-\d{8}-\d{4}$/);
      expect(new Set(sent).size).toBe(1);
      await clerk.getByRole('link', { name: '打开这件事' }).click();
      await stage(clerk, '已登记');
      // What a resident said is shown as it was said, never run.
      await clerk.locator('.written', { hasText: TROUBLE }).waitFor();
    }, 60_000);

    it('is accepted and assigned by the director, who sees why this person and why this deadline', async () => {
      director = await people().logIn('director.rural.t01');
      await opensCase(director, caseNo, '在办事项');
      await gives(director, '受理', nothing);
      await gives(director, '派单', nothing);
      await stage(director, '已派单');
      const why = director.getByRole('region', { name: '为什么是这个人？' });
      expect(await why.innerText()).toMatch(/住村指导员.*(第一位|按规定优先)/s);
      expect(await why.locator('tr.chosen').innerText()).toContain('选中');
      const limits = director.getByRole('region', { name: '时限' });
      await limits.getByText('为什么是这个时间？').last().click();
      expect(await limits.innerText()).toMatch(/往后数第 7 个工作日是.*到下班 17:30 为止/);
      expect(await director.getByRole('region', { name: '办理经过' }).innerText()).toContain('决定受理');
    }, 60_000);

    it('reaches the instructor of the village on his phone, who takes, answers and resolves it', async () => {
      instructor = await people().logIn('instructor.t01-v07', { phone: true });
      await opensCase(instructor, caseNo, '我的任务');
      expect(await fits(instructor)).toBe(true);
      await gives(instructor, '接单', nothing, '我接单');
      await gives(
        instructor,
        '记录首次响应',
        async (page) => {
          await page.getByLabel('怎么联系的').selectOption('ON_SITE');
          await page.getByLabel('了解到什么').fill('已到现场，接头老化。');
        },
        '记录',
      );
      await stage(instructor, '办理中');
    }, 60_000);

    it('keeps what was written when somebody else changes the case meanwhile', async () => {
      await instructor.getByRole('button', { name: '报告办结' }).click();
      await instructor.getByLabel('结果').selectOption('SOLVED');
      await instructor.getByLabel('怎么解决的').fill('更换接头，恢复供水。');
      await instructor.getByLabel('群众工作方法').check();
      await director.reload();
      await gives(director, '延长期限', (page) => page.getByLabel('理由').fill('等待配件'));
      const send = instructor.locator('form').getByRole('button', { name: '报告办结' });
      await send.click();
      await instructor.getByText('这件事刚被别人更改过').waitFor();
      expect(await instructor.getByLabel('怎么解决的').inputValue()).toBe('更换接头，恢复供水。');
      await instructor.getByText('批准延长办理期限').waitFor();
      await send.click();
      await stage(instructor, '待评价');
      expect(await fits(instructor)).toBe(true);
    }, 60_000);

    it('is rated by the resident through the callback clerk, and closed', async () => {
      callback = await people().logIn('callback.t01');
      await opensCase(callback, caseNo, '待回访');
      await callback.getByLabel('非常满意', { exact: true }).check();
      await callback.getByLabel('主要因为').selectOption({ label: '办理速度' });
      await callback.getByRole('button', { name: '记录评价' }).click();
      await callback.getByText('评价已记录').waitFor();
      await opensCase(clerk, caseNo, '已办完');
      await stage(clerk, '已结案');
      expect(await clerk.getByRole('region', { name: '办理经过' }).innerText()).toMatch(
        /结案，结果：已解决.*群众评价：非常满意/s,
      );
    }, 60_000);

    it('reads the same in English, and stays so', async () => {
      await clerk.getByRole('button', { name: 'English' }).click();
      await clerk.getByRole('heading', { name: 'Why this person?' }).waitFor();
      await clerk.reload();
      await stage(clerk, 'Closed');
      const story = await clerk.getByRole('region', { name: 'What has happened' }).innerText();
      expect(story).toContain('Closed: Solved.');
      expect(story).toContain('Rating: Very satisfied');
      expect(await clerk.locator('html').getAttribute('lang')).toBe('en');
    }, 60_000);
  });
