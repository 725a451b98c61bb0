import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { z } from 'zod';
import { findChromium, launchBrowser } from './browser.ts';
import { buildOnce } from './build-once.ts';
import { type Machine, startMachine, type Variables } from './machine.ts';

export interface VisitOptions {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
  readonly isSignedIn?: boolean;
  readonly hasTouch?: boolean;
  /** Where the machine is reached, if not directly. */
  readonly through?: string;
}

export interface Stage {
  readonly machine: Machine;
  /** A browser of its own, on a page of the app. */
  visit(hash: string, options?: VisitOptions): Promise<Page>;
  /** What axe finds against it. */
  problemsOf(page: Page): Promise<readonly string[]>;
  shoot(page: Page, name: string): Promise<void>;
  /** All of it, also what would have to be scrolled to. */
  shootWhole(page: Page, name: string): Promise<void>;
}

export const phone = { width: 390, height: 844 } as const;
const desk = { width: 1280, height: 800 } as const;

const screenshots = join(import.meta.dirname, '../../screenshots');
const patienceMs = 60_000;
/** For what stands around the content. */
const wholeMargin = 100;

const Findings = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/**
 * Runs tests in a real browser against the real services; says loudly where there is no browser. `variables` are asked for
 * when the services start, and set for them.
 */
export function describePage(title: string, tests: (stage: Stage) => void, variables?: () => Variables): void {
  const chromium = findChromium();
  if (chromium !== null) return describe(title, () => tests(stageOf(chromium, variables)));
  const message = '*** NOT TESTED IN A BROWSER: there is no Chromium (apt-get install chromium) ***';
  const skip = process.env['CI'] ? test : test.skip;
  skip(`${title}: ${message}`, () => {
    expect(message).toBe('');
  });
}

/** What the browser keeps of somebody who has signed in. */
const signedInAt = (origin: string, session: string) => ({
  cookies: [],
  origins: [{ origin, localStorage: [{ name: 'intexuraos.session', value: session }] }],
});

function stageOf(chromium: string, variables: () => Variables = () => ({})): Stage {
  jest.setTimeout(patienceMs);
  let machine: Machine;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    await buildOnce();
    [machine, browser] = await Promise.all([startMachine(variables()), launchBrowser(chromium)]);
    mkdirSync(screenshots, { recursive: true });
  }, patienceMs * 3);
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    // A page that breaks its content security policy says so in the console.
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await machine.stop();
  });

  return {
    get machine() {
      return machine;
    },
    async visit(hash, { scheme = 'light', isSignedIn = true, hasTouch = false, through, ...size } = {}) {
      const url = through ?? machine.url;
      const viewport = { ...desk, ...size };
      const place = { locale: 'en-GB', timezoneId: 'Europe/Warsaw' };
      // What is still moving has other colours for a moment, in pictures and for axe.
      const looks = { viewport, colorScheme: scheme, hasTouch, reducedMotion: 'reduce' } as const;
      const context = await browser.newContext({
        ...looks,
        ...place,
        serviceWorkers: 'block',
        ...(isSignedIn && { storageState: signedInAt(url, await machine.session()) }),
      });
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(patienceMs / 4);
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
      });
      // What happens from now on reaches the page, as it does one that stands open.
      const follows = isSignedIn && page.waitForResponse((response) => response.url().endsWith('/actions/stream'));
      await page.goto(`${url}/#${hash}`);
      await follows;
      return page;
    },
    async problemsOf(page) {
      await page.evaluate(axe.source);
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const found = await page.evaluate(
        `axe.run(document, { runOnly: ${JSON.stringify(tags)} }).then((r) => r.violations)`,
      );
      return Findings.parse(found).map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    },
    shoot: async (page, name) => {
      await page.screenshot({ path: join(screenshots, `${name}.png`) });
    },
    async shootWhole(page, name) {
      const height = await page.locator('#main').evaluate((main) => main.scrollHeight);
      const { width } = page.viewportSize() ?? desk;
      await page.setViewportSize({ width, height: height + wholeMargin });
      await page.screenshot({ path: join(screenshots, `${name}.png`) });
    },
  };
}
