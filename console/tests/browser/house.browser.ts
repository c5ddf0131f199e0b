import { beforeAll, describe, expect, it } from 'vitest';
import { money } from '../../src/money/format';
import { chainTotals, expectedOf, houseOrders, run, Sender } from './intake';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openStage,
  picture,
  signIn,
  textOf,
  withBrowser,
} from './stage';

withBrowser();

const orders = houseOrders(6);
const named = orders.map(({ orderNo }) => [orderNo.slice(run.length + 1), orderNo] as const);

beforeAll(async () => {
  const sender = await Sender.signedInAs('OWNER');
  for (const order of orders) {
    await sender.order(order);
  }
});

describe('the house scenario in the browser', () => {
  it('lists H01 to H06 with their amounts', async () => {
    const { page, complaints } = await openStage();
    await signIn(page, 'OWNER', `/orders?q=${run}`);
    for (const [name, orderNo] of named) {
      const expected = expectedOf(name, 'ACCEPTED');
      const row = page
        .locator('tbody tr')
        .filter({ has: page.getByRole('link', { name: orderNo, exact: true }) });
      await row.waitFor();
      const shown = expected.total === '' ? '挂起待报价' : money(expected.total, 'CNY');
      expect(await textOf(row)).toContain(shown);
    }
    await picture(page, 'house-orders');
    expect(complaints).toEqual([]);
  });

  it('explains the amount of H06 where it stands', async () => {
    const { page } = await openStage();
    await signIn(page, 'OWNER', `/orders/${run}-H06`);
    const total = money(expectedOf('H06', 'ACCEPTED').total, 'CNY');
    await page.getByRole('button', { name: `${total}，查看由来` }).click();
    const why = page.getByRole('dialog');
    await why.getByText('手册 home-service', { exact: false }).waitFor();
    const text = await textOf(why);
    expect(text).toContain(`${total}=`);
    expect(text).toContain('¥180.00');
    expect(text).toContain('¥53.50');
    expect(text).toContain('高级档');
    expect(text).toContain('为什么不是标准档？');
    await page.waitForTimeout(400);
    await picture(page, 'why-this-amount');
    await expectAccessible(page);
  });

  it('shows the chain of H06 and what each link keeps', async () => {
    const { page } = await openStage();
    await signIn(page, 'OWNER', `/orders/${run}-H06`);
    await page.getByText('链条与毛利').waitFor();
    const text = await textOf(page.locator('main'));
    for (const total of chainTotals('H06').values()) {
      expect(text).toContain(money(total, 'CNY'));
    }
    expect(text).toContain(money('94.50', 'CNY'));
    expect(text).toContain(money('72.00', 'CNY'));
    await picture(page, 'order');
    await expectAccessible(page);
  });

  it('settles H03 by a quote inside its range', async () => {
    const { page } = await openStage();
    await signIn(page, 'OWNER', `/orders/${run}-H03`);
    const form = page.locator('form').first();
    await form.getByLabel('报价金额').fill('99.99');
    await form.getByLabel('理由').fill('大客户现场确认');
    await form.getByRole('button', { name: '填写报价' }).click();
    await form.getByText('须在 ¥100.00 至 ¥2,000.00 之间').waitFor();
    await picture(page, 'quote');
    await form.getByLabel('报价金额').fill('680');
    await form.getByRole('button', { name: '填写报价' }).click();
    const decided = money(expectedOf('H03', 'DECIDED').total, 'CNY');
    await page.getByRole('button', { name: `${decided}，查看由来` }).waitFor();
    expect(await page.getByText('等待处理').count()).toBe(0);
  });

  it('fits a phone', async () => {
    const { page } = await openStage({ size: 'phone' });
    await signIn(page, 'OWNER', `/orders/${run}-H06`);
    await page.getByText('链条与毛利').waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
});
