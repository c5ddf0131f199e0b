import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { money } from '../../src/money/format';
import { chainTotals, expectedOf, houseOrders, run, Sender } from './intake';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openStage,
  picture,
  type Size,
  signIn,
  textOf,
  withBrowser,
} from './stage';

withBrowser();

const orderNo = `${run}-H06`;
const number = `V-${run}`;
/** A customer of this run only, so that nobody else moves its balance. */
const customer = `C-${run}`;
let partner = '';

beforeAll(async () => {
  const sender = await Sender.signedInAs('OWNER');
  for (const order of houseOrders(6)) {
    await sender.order(order);
    if (order.orderNo === orderNo) {
      partner = (order.counterparty as { id: string }).id;
    }
  }
});

describe('the books', () => {
  it('balance, and lead from an account by party and day to the order, by the keyboard', async () => {
    const { page, complaints } = await openStage();
    await signIn(page, 'FINANCE', '/ledger');
    const book = page.locator('section').filter({ has: page.getByRole('rowheader', { name: '资产' }) });
    await book.getByText('借贷平衡').waitFor();
    const total = book.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '合计' }) });
    const cells = await total.getByRole('cell').allTextContents();
    expect(cells[0]).toBe(cells[1]);
    expect(cells[2]).toBe('¥0.00');
    await picture(page, 'ledger');
    await expectAccessible(page);
    await page.getByRole('link', { name: '应付', exact: true }).press('Enter');
    await page.waitForURL('**/ledger/accounts/PAYABLE**');
    await page.getByRole('searchbox', { name: '按名称或编号查找' }).fill(partner);
    await page.waitForURL(/q=/);
    await page.locator('button[aria-pressed]').first().press('Enter');
    await page.waitForURL(/party=/);
    await page.locator('section button[aria-expanded]').first().press('Enter');
    const rows = page
      .getByRole('row')
      .filter({ has: page.getByRole('link', { name: orderNo, exact: true }) });
    await rows.first().waitFor();
    const credits = await rows.evaluateAll((each) => each.map((row) => row.lastElementChild?.textContent));
    expect(credits).toEqual(expect.arrayContaining(['¥150.00', '¥30.00', '¥53.50']));
    await picture(page, 'ledger-account');
    await expectAccessible(page);
    await rows.first().getByRole('link', { name: orderNo }).press('Enter');
    await page.waitForURL(`**/orders/${orderNo}`);
    expect(complaints).toEqual([]);
  });

  it('are shown as they stood on a day, which the address keeps', async () => {
    const { page } = await openStage();
    await signIn(page, 'AUDITOR', '/ledger');
    await page.getByText('借贷平衡').waitFor();
    const on = page.getByLabel('归属到');
    await on.fill('2001-01-01');
    await on.press('Enter');
    await page.waitForURL(/on=2001-01-01/);
    await page.getByText('到这一刻账上还没有分录').waitFor();
    await page.reload();
    await page.getByText('到这一刻账上还没有分录').waitFor();
    expect(await on.inputValue()).toBe('2001-01-01');
    const [journal] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出 hledger 账本' }).click(),
    ]);
    expect(journal.suggestedFilename()).toBe('duodang.journal');
  });

  it('say so when the moment in the address is none', async () => {
    const { page } = await openStage();
    await signIn(page, 'FINANCE', '/ledger?known=yesterday');
    await page.getByRole('alert').getByText('known').first().waitFor();
  });

  it('are no page of somebody without the right', async () => {
    const { page } = await openStage();
    await signIn(page, 'FRONT_LINE', '/ledger');
    await page.getByText('您的权限不包括这一项').waitFor();
    expect(await page.getByRole('link', { name: '账务' }).count()).toBe(0);
  });
});

describe('the entries of an order', () => {
  it('stay closed until finance asks, and come to the totals of its chain', async () => {
    const { page } = await openStage();
    await signIn(page, 'FINANCE', `/orders/${orderNo}`);
    const section = page.locator('section').filter({ has: page.getByRole('button', { name: '账务分录' }) });
    await section.waitFor();
    expect(await section.getByRole('row').count()).toBe(0);
    await section.getByRole('button', { name: '账务分录' }).click();
    await section.getByRole('row').nth(1).waitFor();
    const fen = new Map<string, number>();
    for (const row of (await section.getByRole('row').all()).slice(1)) {
      const cells = await row.getByRole('cell').allTextContents();
      const account = (cells[3] ?? '').split(' ')[0] ?? '';
      const amount = Number((cells[5] ?? '').replace(/\D/g, ''));
      fen.set(account, (fen.get(account) ?? 0) + amount);
    }
    const owed = expectedOf('H06', 'ACCEPTED').total;
    expect(fen.get('应付')).toBe(Number(owed.replace('.', '')));
    const chain = [...chainTotals('H06').values()].map((total) => Number(total.replace('.', '')));
    expect([...fen.values()].sort()).toEqual(chain.sort());
    await expectAccessible(page);
  });

  it('are not there for the front line', async () => {
    const { page } = await openStage();
    await signIn(page, 'FRONT_LINE', `/orders/${orderNo}`);
    await page.getByRole('heading', { name: '经过' }).waitFor();
    expect(await page.getByRole('button', { name: '账务分录' }).count()).toBe(0);
  });
});

async function fillVoucher(page: Page, amount: string): Promise<void> {
  await page.getByRole('button', { name: '记一张凭证' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('combobox', { name: '种类' }).click();
  await page.locator('.ant-select-item-option', { hasText: '客户或品牌付来所欠的钱' }).click();
  await form.getByText('应收减少，资金增加').waitFor();
  const party = form.getByRole('combobox', { name: '名称，或客户、品牌的编号' });
  await party.fill(customer);
  await page.locator('.ant-select-item-option', { hasText: `编号 ${customer}` }).click();
  await form.getByLabel('金额').fill(amount);
  await form.getByLabel('归属日').fill('2026-11-20');
  await form.getByLabel('归属日').press('Enter');
  await form.getByLabel('理由').fill('转账收到');
  expect(await form.getByLabel('凭证号').inputValue()).toMatch(/^V-\d{8}-[0-9A-Z]{4}$/);
  await form.getByLabel('凭证号').fill(number);
}

/** The button's name begins with that of its spinner as long as that has not left. */
async function post(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: /记账$/ }).click();
}

describe('a voucher', () => {
  it('above the limit is refused at its field, and below it is posted with its entry', async () => {
    const { page, complaints } = await openStage();
    await signIn(page, 'FINANCE', '/ledger/vouchers');
    await fillVoucher(page, '5000.01');
    await post(page);
    await page.getByRole('dialog').getByText('超过您的限额 ¥5,000.00').waitFor();
    await picture(page, 'voucher-form');
    await expectAccessible(page);
    await page.getByRole('dialog').getByLabel('金额').fill('328');
    await post(page);
    await page.waitForURL(new RegExp(`number=${number}`));
    const entry = page.getByRole('dialog').getByRole('region', { name: '分录' });
    await entry.waitFor();
    expect(await textOf(entry)).toContain(`借资金¥328.00贷应收${customer}`);
    await page.waitForTimeout(400);
    await expectAccessible(page);
    await page.goto(`/ledger/accounts/RECEIVABLE?party=${customer}`);
    const account = page.locator('section').filter({ has: page.getByRole('heading', { name: customer }) });
    await account.waitFor();
    expect(await textOf(account.locator('header').first())).toContain(`贷${money('328.00')}`);
    expect(complaints).toEqual([]);
  });

  it('sent again is told to exist, and with another amount to conflict, at the amount', async () => {
    const { page } = await openStage();
    await signIn(page, 'FINANCE', '/ledger/vouchers');
    await fillVoucher(page, '328.00');
    await post(page);
    await page.getByText(`凭证 ${number} 已在账上，内容相同，没有再记一次。`).waitFor();
    await page.getByRole('dialog').getByLabel('金额').fill('329.00');
    await post(page);
    const amount = page
      .locator('form div')
      .filter({ has: page.getByLabel('金额') })
      .last();
    await amount.getByRole('alert').getByText('这个凭证号已在账上，内容不同').waitFor();
  });

  it('is taken back for a reason, once, and moves the balance back', async () => {
    const { page } = await openStage();
    await signIn(page, 'FINANCE', `/ledger/vouchers?party=${customer}`);
    await page.getByRole('link', { name: number, exact: true }).click();
    await page.getByRole('button', { name: '冲回' }).click();
    const form = page.getByRole('form', { name: '冲回' });
    await form.getByRole('button', { name: '冲回' }).click();
    await form.getByText('写明理由').waitFor();
    await form.getByLabel('理由').fill('记错了客户');
    await form.getByRole('button', { name: '冲回' }).click();
    await page.waitForURL(new RegExp(`number=${number}-R`));
    await page.getByRole('dialog').getByText('−¥328.00').first().waitFor();
    expect(await page.getByRole('dialog').getByRole('button', { name: '冲回' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: `已被 ${number}-R 冲回` }).waitFor();
    await picture(page, 'vouchers');
    await page.goto(`/ledger/accounts/RECEIVABLE?party=${customer}`);
    await page.getByText('这个往来方到这一刻没有余额').waitFor();
  });

  it('is read but not posted by the auditor', async () => {
    const { page } = await openStage();
    await signIn(page, 'AUDITOR', `/ledger/vouchers?party=${customer}`);
    await page.getByRole('link', { name: number, exact: true }).waitFor();
    expect(await page.getByRole('button', { name: '记一张凭证' }).count()).toBe(0);
  });
});

it('a voucher keeps the file that it is proven by, and gives it back as it was', async () => {
  const { page, complaints } = await openStage();
  await signIn(page, 'FINANCE', `/ledger/vouchers?party=${customer}`);
  await page.getByRole('link', { name: number, exact: true }).click();
  const files = page.getByRole('dialog').getByRole('region', { name: '附件' });
  await files.getByText('还没有附件').waitFor();
  const content = Buffer.from('通话记录：客户同意补付。');
  await files
    .locator('input[type=file]')
    .setInputFiles({ name: '通话记录.txt', mimeType: 'text/plain', buffer: content });
  const link = files.getByRole('link', { name: '通话记录.txt' });
  await link.waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(readFileSync(await download.path())).toEqual(content);
  await picture(page, 'voucher-files');
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

const settings: [Size, 'light' | 'dark', 'zh' | 'en'][] = [
  ['desk', 'dark', 'en'],
  ['phone', 'light', 'zh'],
  ['phone', 'dark', 'en'],
];

it.each(settings)('the ledger fits the %s in %s, %s', async (size, scheme, language) => {
  const { page, complaints } = await openStage({ size, scheme, language });
  await signIn(page, 'FINANCE');
  const day = page.locator('section button[aria-expanded]').first();
  for (const path of [
    '/ledger',
    '/ledger/accounts/PAYABLE',
    `/ledger/accounts/PAYABLE?party=${partner}`,
    `/ledger/vouchers?party=${customer}`,
  ]) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('[aria-busy=false]').first().waitFor();
    if (path.includes('party=') && path.includes('accounts')) {
      await day.click();
      await page.getByRole('link', { name: orderNo }).first().waitFor();
    }
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
  await picture(page, `vouchers-${size}-${scheme}`);
  expect(complaints).toEqual([]);
});
