import { expect, it } from 'vitest';
import { run } from './intake';
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

const id = `P-${run}`;

it('a counterparty is added, changed from a day on, and shows its history', async () => {
  const { page, complaints } = await openStage();
  await signIn(page, 'FINANCE', '/master');
  await page.getByRole('link', { name: 'P-SH' }).waitFor();
  await picture(page, 'master');
  await expectAccessible(page);
  await page.getByRole('button', { name: '新建' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: '保存' }).click();
  await form.getByText('必填').first().waitFor();
  await form.getByLabel('编号').fill(id);
  await form.getByLabel('名称').fill('试验家电服务');
  await form.getByLabel('等级').fill('B');
  await form.getByRole('button', { name: '保存' }).click();
  await page.waitForURL(`**/master/parties/${id}`);
  await page.getByText('首次登记').waitFor();
  await page.getByRole('button', { name: '修改' }).click();
  await form.getByLabel('等级').fill('A');
  await form.getByLabel('生效日').fill('2026-12-01');
  await form.getByLabel('生效日').press('Enter');
  await form.getByLabel('原因').fill('年度评定');
  await form.getByRole('button', { name: '保存' }).click();
  const history = page.locator('section').filter({ has: page.getByRole('heading', { name: '历史' }) });
  await history.getByText('年度评定').waitFor();
  expect(await textOf(history.getByRole('listitem').first())).toContain('2026-12-01起等级B→A');
  await page.waitForTimeout(400);
  await expectAccessible(page);
  await picture(page, 'master-party');
  expect(complaints).toEqual([]);
});

it('a relation settles under contract only from a day on, and no more from a later one', async () => {
  const { page, complaints } = await openStage();
  await signIn(page, 'FINANCE', '/master/contracts');
  const rules = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: '须有合同的结算关系' }) });
  const form = page.getByRole('dialog');
  const record = async (day: string, reason: string) => {
    await form.getByLabel('生效日').fill(day);
    await form.getByLabel('生效日').press('Enter');
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('必填').waitFor();
    await form.getByLabel('原因').fill(reason);
    await form.getByRole('button', { name: '保存' }).click();
    await rules.getByText(reason).waitFor();
  };
  await rules.getByRole('button', { name: '新规则' }).click();
  await form.getByLabel('结算关系').click();
  await page.getByTitle('部门 → 部门').click();
  await record('2030-01-01', `须签 ${run}`);
  await rules
    .getByRole('listitem')
    .filter({ hasText: `须签 ${run}` })
    .getByRole('button', { name: '修改' })
    .click();
  await record('2031-01-01', `免签 ${run}`);
  expect(await textOf(rules.getByRole('list'))).toContain('2031-01-01起，不要求合同');
  await page.waitForTimeout(400);
  await expectAccessible(page);
  await picture(page, 'master-rules');
  expect(complaints).toEqual([]);
});

it('a file is tried first, with each bad row named, and then taken in', async () => {
  const { page, complaints } = await openStage();
  await signIn(page, 'FINANCE', '/master/import');
  const text = `编号,类别,名称,等级\nX-${run},合作商,甲,A\nY-${run},商家,乙,A\n`;
  const file = { name: 'records.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.locator('input[type=file]').setInputFiles(file);
  const tried = page.getByRole('region', { name: '试运行结果，还没有写入' });
  await tried.getByText('新建 1 · 新版本 0 · 没有变化 0 · 拒绝 1').waitFor();
  expect(await textOf(tried)).toContain('类别“商家”');
  await expectAccessible(page);
  await picture(page, 'master-import');
  await page.getByRole('button', { name: '确认写入' }).click();
  await page.getByRole('region', { name: '已写入' }).waitFor();
  await page.goto(`/master?q=X-${run}`);
  await page.getByRole('link', { name: `X-${run}` }).waitFor();
  expect(complaints).toEqual([]);
});

it('a regional manager sees those of his regions and changes nothing', async () => {
  const { page } = await openStage();
  await signIn(page, 'REGIONAL_MANAGER', '/master');
  await page.getByRole('link', { name: 'P-SH' }).waitFor();
  expect(await page.getByRole('link', { name: 'P-BJ' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: '新建' }).count()).toBe(0);
  await page.getByRole('link', { name: 'P-SH' }).click();
  await page.getByText('HT-2026-SH').waitFor();
  expect(await page.getByRole('button', { name: '修改' }).count()).toBe(0);
});

const settings: [Size, 'light' | 'dark', 'zh' | 'en'][] = [
  ['desk', 'dark', 'en'],
  ['phone', 'light', 'zh'],
  ['phone', 'dark', 'en'],
];

it.each(settings)('master data fits the %s in %s, %s', async (size, scheme, language) => {
  const { page, complaints } = await openStage({ size, scheme, language });
  await signIn(page, 'FINANCE');
  const paths = ['/master', '/master/contracts', '/master/customers', '/master/entities'];
  for (const path of [...paths, '/master/import', '/master/parties/P-SH', '/master/customers?id=C-1002']) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (!path.includes('import')) {
      await page.locator('[aria-busy=false]').first().waitFor();
    }
    await page.waitForTimeout(400);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
  expect(complaints).toEqual([]);
});
