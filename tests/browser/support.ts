import axe from 'axe-core';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, inject } from 'vitest';

const LAUNCH_ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The app in a fresh browser profile, and what it has done so far that it should not. */
export interface OpenedApp {
  readonly page: Page;
  /** Errors on the console and errors nobody caught, as they come. A blocked request is one. */
  readonly consoleErrors: readonly string[];
  /** Addresses asked for outside the app's own origin, as they come. */
  readonly outsideRequests: readonly string[];
}

let launched: Promise<Browser> | null = null;

function getRunningBrowser(): Promise<Browser> {
  launched ??= chromium.launch({
    executablePath: inject('browserPath'),
    headless: true,
    args: LAUNCH_ARGUMENTS,
    timeout: 60_000,
  });
  return launched;
}

afterAll(async () => {
  const browser = await launched;
  launched = null;
  await browser?.close();
});

/** The profiles of the test that runs. A page that is left open works on, and slows down the tests after it. */
let opened: BrowserContext[] = [];

beforeEach(() => {
  opened = [];
});

afterEach(async () => {
  await Promise.all(opened.map((context) => context.close()));
});

const isOutside = (url: string, origin: string): boolean =>
  !/^(?:data|blob|about):/u.test(url) && new URL(url).origin !== origin;

/**
 * Opens the app at a path such as `/` or `/#/findings`, with nothing saved from before.
 * The browser is shared by the tests of one file and closed after them, what a test opened after that test.
 */
export async function openApp(path = '/', options: BrowserContextOptions = {}): Promise<OpenedApp> {
  const address = new URL(inject('address'));
  const browser = await getRunningBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', ...options });
  opened.push(context);
  const consoleErrors: string[] = [];
  const outsideRequests: string[] = [];
  context.on('request', (request) => {
    if (isOutside(request.url(), address.origin)) outsideRequests.push(request.url());
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push(message.text());
  });
  page.on('pageerror', (error) => consoleErrors.push(`${error.name}: ${error.message}`));
  await page.goto(new URL(path, address).href);
  return { page, consoleErrors, outsideRequests };
}

/** One rule of WCAG that the page breaks, and where. */
export interface AccessibilityProblem {
  readonly rule: string;
  readonly help: string;
  readonly where: readonly string[];
}

interface AxeRun {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly target: readonly unknown[] }[];
  }[];
}

/** What axe finds on the page as it stands, by the rules of WCAG 2.2 AA. Runs past the page's own security policy. */
export async function findAccessibilityProblems(page: Page): Promise<readonly AccessibilityProblem[]> {
  await page.evaluate(axe.source);
  const tags = JSON.stringify(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
  const run = await page.evaluate<AxeRun>(`axe.run(document, { runOnly: ${tags} })`);
  return run.violations.map((violation) => ({
    rule: violation.id,
    help: violation.help,
    where: violation.nodes.map((node) => node.target.map(String).join(' ')),
  }));
}
