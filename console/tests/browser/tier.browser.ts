import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Facts, run, Sender } from './intake';
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

function order(name: string, customerClass: string): Facts {
  return {
    orderNo: `${run}-${name}`,
    revision: 1,
    status: 'COMPLETED',
    service: '维修',
    address: '西安市',
    customer: { class: customerClass },
    counterparty: { id: 'P-SN', type: 'STANDARD' },
    handlers: [{ id: 'E-SN-1' }],
    createdAt: '2026-11-20T09:00:00+08:00',
    completedAt: '2026-11-20T14:00:00+08:00',
  };
}

const plain = `${run}-TIER`;
const dear = `${run}-DEAR`;

beforeAll(async () => {
  const sender = await Sender.signedInAs('OWNER');
  await sender.order(order('TIER', 'MEMBER'));
  await sender.order(order('DEAR', 'KEY_ACCOUNT'));
  const quoted = await sender.send('POST', `/api/v1/orders/${dear}/decisions`, {
    kind: 'QUOTE',
    relation: 'headquarters→partner',
    category: 'labour',
    item: 0,
    amount: '680.00',
    reason: '大客户现场确认',
  });
  expect(quoted.status, await quoted.clone().text()).toBe(200);
});

/** The dialog with the tiers, once they are there. */
async function dialogOf(page: Page, button: string): Promise<Locator> {
  await page.getByRole('button', { name: button, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio').first().waitFor();
  return dialog;
}

describe('the tier of an order', () => {
  it('is chosen for a reason, shown with its amount before and its decider after, and taken back', async () => {
    const { page, complaints } = await openStage();
    await signIn(page, 'OWNER', `/orders/${plain}`);
    const dialog = await dialogOf(page, '指定档位');
    expect(await textOf(dialog)).toContain('现在标准档¥100.00');
    const confirm = dialog.getByRole('button', { name: /^指\s?定$/ });
    expect(await confirm.isDisabled()).toBe(true);
    const premium = dialog.getByRole('radio', { name: /高级档/ });
    expect(await textOf(dialog.locator('label').filter({ hasText: '高级档' }))).toBe('高级档¥150.00+¥50.00');
    await premium.check();
    await dialog.getByText('¥100.00 → ¥150.00').waitFor();
    await confirm.click();
    await dialog.getByText('请写明理由').waitFor();
    await dialog.getByLabel('理由').fill('客户投诉');
    await page.waitForTimeout(400);
    await picture(page, 'choose-tier');
    await expectAccessible(page);
    await confirm.click();
    await page.getByRole('button', { name: '¥150.00，查看由来' }).waitFor();
    await page.getByText('指定档位 高级档 · 客户投诉').waitFor();
    expect(await dialog.count()).toBe(0);

    await page.getByRole('button', { name: '¥150.00，查看由来' }).click();
    const why = page.getByRole('dialog');
    await why.getByText('手册 home-service', { exact: false }).waitFor();
    expect(await textOf(why)).toMatch(/指定「高级档」，按条件应为「标准档」，owner@demo：客户投诉/);
    await page.keyboard.press('Escape');
    await why.waitFor({ state: 'hidden' });

    const again = await dialogOf(page, '指定档位');
    expect(await textOf(again)).toContain('现在高级档owner@demo指定：客户投诉¥150.00');
    await again.getByRole('radio', { name: /撤销指定，按条件为「标准档」/ }).check();
    await again.getByLabel('理由').fill('登记有误');
    await again.getByRole('button', { name: '撤销指定' }).click();
    await page.getByRole('button', { name: '¥100.00，查看由来' }).waitFor();
    await page.getByText('撤销指定档位 高级档 · 登记有误').waitFor();
    expect(complaints).toEqual([]);
  });

  it('is chosen on a phone, in English', async () => {
    const { page } = await openStage({ size: 'phone', language: 'en' });
    await signIn(page, 'OWNER', `/orders/${plain}`);
    const dialog = await dialogOf(page, 'Choose tier');
    await dialog.getByRole('radio', { name: /增值服务/ }).check();
    await dialog.getByText('¥100.00 → ¥120.00').waitFor();
    await dialog.getByLabel('Reason').fill('agreed');
    await page.waitForTimeout(400);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Choose', exact: true }).click();
    await page.getByText('Tier chosen: 增值服务 · agreed').waitFor();
  });

  it('is not chosen above the limit of a person', async () => {
    const { page } = await openStage();
    await signIn(page, 'FRONT_LINE', `/orders/${dear}`);
    const dialog = await dialogOf(page, '指定档位');
    for (const radio of await dialog.getByRole('radio').all()) {
      expect(await radio.isDisabled()).toBe(true);
    }
    expect(await textOf(dialog)).toContain('高级档超过您的限额');
    expect(await textOf(dialog)).toContain('您的限额¥500.00');
  });

  it.each(['PRICING_ADMIN', 'AUDITOR'])('is not for %s to choose', async (role) => {
    const { page } = await openStage();
    await signIn(page, role, `/orders/${plain}`);
    await page
      .getByRole('button', { name: /查看由来/ })
      .first()
      .waitFor();
    expect(await page.getByRole('button', { name: '指定档位' }).count()).toBe(0);
  });
});
