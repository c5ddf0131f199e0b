import { describe, expect, it } from 'vitest';
import {
  demoPeople,
  expectAccessible,
  expectNoSidewaysScroll,
  openStage,
  personOf,
  picture,
  type Size,
  signIn,
  textOf,
  withBrowser,
} from './stage';

withBrowser();

describe('signing in', () => {
  it('shows the people of the demo, and one tap fills in an account', async () => {
    const { page, complaints } = await openStage();
    const engineer = await personOf('ENGINEER');
    await page.goto('/');
    await page.getByRole('button', { name: engineer.name }).click();
    await picture(page, 'sign-in');
    await expectAccessible(page);
    await page.locator('button[type=submit]').click();
    await page.waitForURL('**/earnings**');
    expect(complaints).toEqual([]);
  });

  it('says so when the password is wrong, and keeps the name', async () => {
    const { page } = await openStage();
    const [first] = await demoPeople();
    await page.goto('/sign-in');
    await page.locator('#username').fill(first?.username ?? '');
    await page.locator('#password').fill('certainly wrong');
    await page.locator('button[type=submit]').click();
    await page.getByRole('alert').getByText('用户名或密码不对').waitFor();
    expect(await page.locator('#username').inputValue()).toBe(first?.username);
  });

  it('returns to the page that was asked for', async () => {
    const { page } = await openStage();
    await signIn(page, 'OWNER', '/orders?state=ON_HOLD&hold=QUOTE');
    expect(new URL(page.url()).search).toBe('?state=ON_HOLD&hold=QUOTE');
    await page.getByRole('heading', { name: '工单' }).waitFor();
  });

  it('opens no page that the role has no right to', async () => {
    const { page } = await openStage();
    await signIn(page, 'ENGINEER', '/books');
    await page.getByText('您的权限不包括这一项').waitFor();
    expect(await page.getByRole('link', { name: '价格手册' }).count()).toBe(0);
  });

  it('ends with signing out', async () => {
    const { page } = await openStage();
    const owner = await signIn(page, 'OWNER');
    await page.getByRole('button', { name: owner.name }).click();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.waitForURL('**/sign-in**');
    await page.goto('/orders');
    await page.waitForURL('**/sign-in**');
  });
});

const pages = [
  '/board',
  '/orders',
  '/desk',
  '/desk/new',
  '/price-check',
  '/books',
  '/imports',
  '/earnings',
  '/ledger',
  '/ledger/vouchers',
];
const settings: [Size, 'light' | 'dark', 'zh' | 'en'][] = [
  ['desk', 'light', 'zh'],
  ['desk', 'dark', 'en'],
  ['phone', 'light', 'zh'],
  ['phone', 'dark', 'zh'],
];

describe('every page keeps WCAG 2.2 AA and its width', () => {
  it.each(settings)('on the %s in %s, %s', async (size, scheme, language) => {
    const { page, complaints } = await openStage({ size, scheme, language });
    await signIn(page, 'OWNER');
    for (const path of pages) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('load');
      await page
        .locator('[aria-busy=true]')
        .first()
        .waitFor({ state: 'detached' })
        .catch(() => undefined);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
    expect(complaints).toEqual([]);
  });
});

it('the keyboard finds an order and opens it', async () => {
  const { page } = await openStage();
  await signIn(page, 'OWNER', '/orders');
  const first = page.locator('tbody a').first();
  const orderNo = await textOf(first);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '输入工单号、地址、页面或地区' }).fill(orderNo);
  await page.getByRole('option', { name: orderNo }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/orders/${encodeURIComponent(orderNo)}`);
});
