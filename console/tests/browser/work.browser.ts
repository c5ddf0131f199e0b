import { describe, expect, it } from 'vitest';
import { run } from './intake';
import { expectAccessible, expectNoSidewaysScroll, openStage, picture, signIn, withBrowser } from './stage';

withBrowser();

describe('the desk', () => {
  it('shows price and promise before an order is made, then leads it to its settlement', async () => {
    const { page, complaints } = await openStage();
    await signIn(page, 'FRONT_LINE', '/desk/new');
    await page.locator('button[aria-pressed]').first().click();
    await page.getByLabel('地址', { exact: true }).fill('深圳市南山区科技园路8号');
    await page.getByText('由地址得出：', { exact: false }).waitFor();
    const price = page.getByRole('button', { name: /查看由来/ }).first();
    await price.waitFor();
    await picture(page, 'desk-new-order');
    await expectAccessible(page);
    await page.getByRole('button', { name: '创建工单' }).click();
    await page.waitForURL(/\/orders\/[^/]+$/);
    await page.getByText('进行中').first().waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('a price check', () => {
  it('is a link that gives the same price to somebody else', async () => {
    const { page } = await openStage();
    await signIn(page, 'FRONT_LINE', '/price-check');
    await page.getByText('粘贴工单 JSON').click();
    const facts = { service: '维修', address: '深圳市南山区', urgency: 'URGENT', distanceMetres: 12400 };
    await page.getByLabel('一张工单的 JSON').fill(JSON.stringify(facts));
    await page.getByRole('button', { name: '¥233.50，查看由来' }).waitFor();
    await page.waitForURL(/facts=/);
    const other = await openStage();
    await signIn(other.page, 'PRICING_ADMIN', new URL(page.url()).pathname + new URL(page.url()).search);
    await other.page.getByRole('button', { name: '¥233.50，查看由来' }).waitFor();
    await picture(other.page, 'price-check');
    await expectAccessible(other.page);
  });

  it('names the field that nobody knows', async () => {
    const { page } = await openStage();
    await signIn(page, 'FRONT_LINE', '/price-check');
    await page.getByText('粘贴工单 JSON').click();
    await page.getByLabel('一张工单的 JSON').fill('{"service":"维修","colour":"red"}');
    await page.getByRole('alert').getByText('colour').first().waitFor();
  });
});

describe('an engineer on a phone', () => {
  it('sees what today and this month earned, each order with its reason', async () => {
    const { page, complaints } = await openStage({ size: 'phone' });
    await signIn(page, 'ENGINEER');
    await page.waitForURL('**/earnings**');
    await page.getByText('今日').waitFor();
    const row = page.locator('li button[aria-expanded]').first();
    await row.waitFor();
    await picture(page, 'earnings-phone');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await row.click();
    await page.getByText('手册', { exact: false }).first().waitFor();
    await page.waitForTimeout(300);
    await picture(page, 'earnings-why-phone');
    await expectAccessible(page);
    expect(complaints).toEqual([]);
  });
});

describe('an import', () => {
  it('takes the good rows and lists the bad ones with their reason', async () => {
    const { page } = await openStage();
    await signIn(page, 'OWNER', '/imports');
    const rows = [
      {
        orderNo: `${run}-I1`,
        status: 'COMPLETED',
        service: '咨询',
        complexity: 'SIMPLE',
        completedAt: '2026-11-20T14:00:00+08:00',
      },
      {
        orderNo: `${run}-I2`,
        status: 'COMPLETED',
        service: '咨询',
        quantity: '-2',
        completedAt: '2026-11-20T14:00:00+08:00',
      },
    ];
    await page.locator('input[type=file]').setInputFiles({
      name: `${run}.ndjson`,
      mimeType: 'application/x-ndjson',
      buffer: Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n')),
    });
    await page.waitForURL(/\/imports\/[^/]+$/);
    await page.getByText('完成', { exact: true }).waitFor();
    await page.getByRole('cell', { name: 'quantity' }).first().waitFor();
    await page.getByRole('row').filter({ hasText: 'quantity' }).filter({ hasText: '-2' }).waitFor();
    await picture(page, 'import');
    await expectAccessible(page);
  });
});
