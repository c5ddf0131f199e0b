import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';

const repository = join(import.meta.dirname, '..', '..', '..');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export type Size = 'desk' | 'phone';

interface Setting {
  size?: Size;
  scheme?: 'light' | 'dark';
  language?: 'zh' | 'en';
}

export interface Person {
  username: string;
  password: string;
  name: string;
  role: string;
}

let browser: Browser;
const contexts: BrowserContext[] = [];

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

function chromiumPath(): string {
  const found = [process.env.CHROMIUM, ...usualPlaces].find((path) => path !== undefined && existsSync(path));
  if (found === undefined) {
    throw new Error(`no Chromium at ${usualPlaces.join(', ')}; say where it is in CHROMIUM`);
  }
  return found;
}

/** Opens Chromium for the tests of a file. */
export function withBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(() => browser.close());
}

export function baseUrl(): string {
  return inject('baseUrl');
}

export async function demoPeople(): Promise<Person[]> {
  const response = await fetch(`${baseUrl()}/api/v1/demo`);
  expect(response.status).toBe(200);
  return ((await response.json()) as { people: Person[] }).people;
}

export async function personOf(role: string): Promise<Person> {
  const person = (await demoPeople()).find((each) => each.role === role);
  if (person === undefined) {
    throw new Error(`the demo has nobody with the role ${role}`);
  }
  return person;
}

export interface Stage {
  page: Page;
  context: BrowserContext;
  /** What the page complained about, but for the answer that says nobody is signed in yet. */
  complaints: string[];
}

export async function openStage({
  size = 'desk',
  scheme = 'light',
  language = 'zh',
}: Setting = {}): Promise<Stage> {
  const phone = size === 'phone';
  const context = await browser.newContext({
    baseURL: baseUrl(),
    viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    deviceScaleFactor: phone ? 2 : 1,
    isMobile: phone,
    hasTouch: phone,
    colorScheme: scheme,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  contexts.push(context);
  context.setDefaultTimeout(20_000);
  await context.addInitScript(
    (chosen) =>
      localStorage.setItem('duodang.preferences', JSON.stringify({ language: chosen, scheme: 'system' })),
    language,
  );
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('401')) {
      complaints.push(message.text());
    }
  });
  return { page, context, complaints };
}

/** Signs in on the screen, as a person would. */
export async function signIn(page: Page, role: string, to = '/'): Promise<Person> {
  const person = await personOf(role);
  await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
  await page.locator('#username').fill(person.username);
  await page.locator('#password').fill(person.password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  return person;
}

/** The text of an element without its spaces and line ends. */
export async function textOf(element: Locator): Promise<string> {
  return ((await element.textContent()) ?? '').replace(/\s/g, '');
}

/** Fails with what axe-core found against WCAG 2.2 AA on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run: (
          where: Document,
          how: unknown,
        ) => Promise<{
          violations: { id: string; nodes: { target: string[]; failureSummary?: string }[] }[];
        }>;
      };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { violations } = await axe.run(document, { runOnly: tags });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
  });
  expect(found).toEqual([]);
}

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond).toBeLessThanOrEqual(0);
}

/** A picture for the documentation, when DUODANG_SCREENSHOTS asks for one. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.DUODANG_SCREENSHOTS !== undefined && process.env.DUODANG_SCREENSHOTS !== '') {
    const folder = join(repository, 'docs', 'images');
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${name}.png`) });
  }
}
