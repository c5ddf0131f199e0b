import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { money } from '../../src/money/format';
import { day } from '../../src/time/format';
import { run, Sender } from './intake';
import { expectAccessible, openStage, picture, signIn, textOf, withBrowser } from './stage';

withBrowser();

const price = '177.00';
/** The template adds 30.00 to labour that is completed from 22:00 to 06:00. */
const nightPrice = '207.00';
const customerClass = `LAB${run}`;

/** What an order of the new tier comes to when it is completed then. */
function priceAt(time: Date): string {
  const clock = { hour: 'numeric', hourCycle: 'h23', timeZone: 'Asia/Shanghai' } as const;
  const hour = Number(new Intl.DateTimeFormat('en', clock).format(time));
  return hour >= 22 || hour < 6 ? nightPrice : price;
}

/** Tags are typed and confirmed; the list that opens is closed again. */
async function tag(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label });
  await field.click();
  await field.fill(text);
  // Enter takes what is marked, which until the list has followed is another tag.
  await page.locator('.ant-select-item-option-active', { hasText: text }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.ant-select-selection-item', { hasText: text }).waitFor();
  await page.keyboard.press('Escape');
}

async function fillWizard(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: '金额' }).fill(price);
  await tag(page, '客户', customerClass);
  await page.getByRole('textbox', { name: '响应' }).fill('2');
  await page.getByRole('textbox', { name: '名称' }).fill(`试验档 ${run}`);
  const from = page.getByLabel('生效');
  await from.fill(day(Date.now(), 'Asia/Shanghai'));
  await from.press('Enter');
}

async function publish(page: Page): Promise<void> {
  await page.getByText('没有冲突').waitFor();
  for (const gap of await page.getByRole('checkbox').all()) {
    await gap.check();
  }
  await page.getByLabel('发布说明').fill('浏览器里的一次发布');
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.waitForURL(/\/books\/home-service\?version=\d+/);
}

it('a tier from the wizard prices the next order, seen on an open board without a reload', async () => {
  const admin = await openStage();
  await signIn(admin.page, 'PRICING_ADMIN', '/books/home-service/new-tier');
  await admin.page.getByRole('heading', { name: '新档位' }).waitFor();
  await fillWizard(admin.page);
  await admin.page.getByText('没有冲突').waitFor();
  await picture(admin.page, 'new-tier');
  await expectAccessible(admin.page);
  await publish(admin.page);
  await admin.page.getByText(`试验档 ${run}`).first().waitFor();
  await expectAccessible(admin.page);
  await picture(admin.page, 'price-book');

  const board = await openStage();
  await signIn(board.page, 'OWNER', '/board');
  await board.page.getByRole('status').filter({ hasText: '实时' }).waitFor();
  await board.page.evaluate(() => {
    (window as unknown as { neverLoadedAnew: boolean }).neverLoadedAnew = true;
  });
  const sender = await Sender.signedInAs('OWNER');
  const completed = new Date();
  const now = completed.toISOString();
  const orderNo = `${run}-LIVE`;
  await sender.order({
    orderNo,
    revision: 1,
    status: 'COMPLETED',
    service: '维修',
    address: '河南省洛阳市西工区中州中路1号',
    customer: { class: customerClass },
    counterparty: { id: 'P1' },
    handlers: [{ id: 'E1' }],
    createdAt: now,
    completedAt: now,
  });
  const row = board.page.locator('li').filter({ has: board.page.getByTitle(orderNo) });
  await row.waitFor({ timeout: 20_000 });
  expect(await textOf(row)).toContain(money(priceAt(completed), 'CNY'));
  expect(
    await board.page.evaluate(() => (window as unknown as { neverLoadedAnew?: boolean }).neverLoadedAnew),
  ).toBe(true);
  expect([...admin.complaints, ...board.complaints]).toEqual([]);
});

it('the board drills from the country into a province and back by the keyboard', async () => {
  const { page } = await openStage();
  await signIn(page, 'OWNER', '/board');
  await page.getByRole('region', { name: '全国各地区' }).getByRole('button').first().click();
  await page.waitForURL(/region=\d{6}/);
  await page.getByRole('navigation', { name: '地区' }).waitFor();
  await page.keyboard.press('Escape');
  await page.waitForURL((url) => url.search === '');
  await page.locator('[role=img] svg path').first().waitFor();
  await page.waitForTimeout(600);
  await picture(page, 'national-board');
});

it('the board in the dark and on a phone', async () => {
  const dark = await openStage({ scheme: 'dark' });
  await signIn(dark.page, 'OWNER', '/board');
  await dark.page.locator('[role=img] svg path').first().waitFor();
  await dark.page.waitForTimeout(600);
  await picture(dark.page, 'national-board-dark');
  const phone = await openStage({ size: 'phone' });
  await signIn(phone.page, 'OWNER', '/board');
  await phone.page.getByText('刚刚结算').waitFor();
  await picture(phone.page, 'national-board-phone');
  await expectAccessible(phone.page);
});
