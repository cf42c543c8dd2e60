import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { findBrowser } from '#scripts/machine/browser.ts'

const executablePath = findBrowser()
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
]
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const pictures = path.resolve('.data/screenshots')

/** Where there is no browser its tests are skipped; in CI they fail instead. */
export const isWithoutBrowser = !executablePath && !process.env.CI

/** Phones of most people, and a desk. */
export const screens = {
  phone: { width: 360, height: 780 },
  desk: { width: 1440, height: 900 },
} as const
type Screen = keyof typeof screens

/** A browser that has never been here, of somebody's own: cookies are not shared with another one. */
export async function openBrowser(
  screen: Screen = 'desk',
): Promise<{ context: BrowserContext; close(): Promise<void> }> {
  if (!executablePath) throw new Error('There is no Chromium; see npm test')
  const profile = mkdtempSync(path.join(os.tmpdir(), 'chromium-'))
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', ...quiet]
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args,
    viewport: screens[screen],
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    ...(screen === 'phone' && { isMobile: true, hasTouch: true, deviceScaleFactor: 2 }),
  })
  context.setDefaultTimeout(20_000)
  return {
    context,
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

/** Collects what goes wrong on the page; a refused form is not an error. */
export function errorsOf(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.push(message.text())
  })
  return errors
}

/** Keeps a picture of the whole page under `.data/screenshots`, named after what it shows and the page's width. */
export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true })
  const width = page.viewportSize()?.width ?? 0
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: path.join(pictures, `${name}-${width}.png`), fullPage: true })
}

/** Fails with what axe finds against WCAG 2.2 AA on the page as it is now, and where. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  // From the top: what a bar that stays covers while one scrolls is not out of reach.
  await page.evaluate(() => window.scrollTo(0, 0))
  // Not addScriptTag: the page's own policy would refuse it.
  await page.evaluate(await readAxe())
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' | ')}`,
    )
  })
  expect(found, page.url()).toEqual([])
}

let source: Promise<string> | undefined
function readAxe(): Promise<string> {
  source ??= import('node:fs/promises').then(({ readFile }) => readFile(axe, 'utf8'))
  return source
}
