// What search promises a shopper: it helps while they type, narrows as they ask, and an address shows everybody the same.
import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { t } from '#app/messages/say.ts'
import { isWithoutBrowser } from '#tests/support/browser.ts'
import { aPerson, type Person } from './people.ts'

const site = inject('site')
const box = (page: Page) => page.getByLabel(t('shop.search_label'))
const suggestions = (page: Page) => page.getByRole('option')
const names = (page: Page) => page.locator('.goods .name').allInnerTexts()
const isRunning = (page: Page) => page.getByRole('combobox').waitFor()

type How = Parameters<typeof aPerson>[1]

async function visit(
  screen: 'phone' | 'desk',
  work: (person: Person) => Promise<void>,
  how: Partial<How> = {},
) {
  const person = await aPerson(screen, { site, ...how })
  try {
    await work(person)
    expect(person.errors).toEqual([])
  } finally {
    await person.close()
  }
}

/** Ticks boxes of the filters, folded or not, and asks for what they leave. */
async function narrow(page: Page, boxes: RegExp[]) {
  const sheet = page.getByRole('link', { name: /^Saring/ })
  if (await sheet.isVisible()) await sheet.click()
  const filters = page.locator('form.filters')
  for (const name of boxes) {
    const one = filters.getByRole('checkbox', { name, includeHidden: true }).first()
    await one.evaluate((input) => {
      for (let part = input.closest('details'); part; part = part.parentElement?.closest('details') ?? null)
        part.open = true
    })
    await one.check()
  }
  await filters.getByRole('button', { name: t('filter.show') }).click()
  await page.waitForURL(/sertifikat=/)
}

/** Where the filters lead, put together anew: browsers send empty fields too. */
const chosen = (url: string) =>
  [...new URL(url).searchParams]
    .filter(([, value]) => value)
    .map(String)
    .toSorted()

describe.skipIf(isWithoutBrowser)('searching', () => {
  test.for(['phone', 'desk'] as const)(
    'somebody at the %s types, chooses by keyboard, narrows, pages, and passes the address on',
    { timeout: 240_000 },
    async (screen) => {
      const shared: { url: string; names: string[] }[] = []
      await visit(screen, async ({ page, look }) => {
        await page.goto(site)
        await isRunning(page)
        await box(page).click()
        await page.keyboard.type('kripi', { delay: 40 })
        await suggestions(page).first().waitFor()
        await look('saran')
        expect(await page.getByRole('group', { name: 'Jenis' }).getByRole('option').count()).toBeGreaterThan(
          0,
        )

        await page.keyboard.press('ArrowDown')
        await page.keyboard.press('ArrowDown')
        const second = suggestions(page).nth(1)
        expect(await second.getAttribute('aria-selected')).toBe('true')
        const name = await second.locator('b').textContent()
        await page.keyboard.press('Enter')
        await page.waitForURL(/\/produk\//)
        const heading = await page.getByRole('heading', { level: 1 }).textContent()
        expect(heading?.replaceAll('\u00a0', ' ')).toContain(name)

        await isRunning(page)
        await box(page).fill('keripik')
        await suggestions(page).first().waitFor()
        await page.keyboard.press('Escape')
        await suggestions(page).first().waitFor({ state: 'hidden' })
        expect(await box(page).inputValue()).toBe('keripik')
        await page.keyboard.press('Enter')
        await page.waitForURL(/\/katalog\?q=keripik/)
        await look('katalog-kata')

        await narrow(page, [/^Beji/, /^Tulungrejo/, /^Halal/])
        await look('katalog-dua-desa-halal')
        shared.push({ url: page.url(), names: await names(page) })

        await page.goto(`${site}/katalog?urut=termurah`)
        await page.getByRole('link', { name: t('shop.next_page') }).click()
        await page.waitForURL(/setelah=/)
        shared.push({ url: page.url(), names: await names(page) })
      })
      expect(shared[0]?.names.length).toBeGreaterThan(1)
      expect(chosen(shared[0]?.url ?? '')).toEqual(
        expect.arrayContaining(['desa,beji', 'desa,tulungrejo', 'q,keripik', 'sertifikat,halal']),
      )

      // Somebody else, who has never been here.
      await visit(screen, async ({ page }) => {
        for (const { url, names: seen } of shared) {
          await page.goto(url)
          expect(await names(page)).toEqual(seen)
        }
      })

      // And who has no JavaScript: the same words and filters by plain form lead to the same goods.
      await visit(
        screen,
        async ({ page, errors }) => {
          await page.goto(site)
          await page.getByRole('searchbox').fill('keripik')
          await page.keyboard.press('Enter')
          await page.waitForURL(/\/katalog\?q=keripik/)
          await narrow(page, [/^Beji/, /^Tulungrejo/, /^Halal/])
          expect(chosen(page.url())).toEqual(chosen(shared[0]?.url ?? ''))
          expect(await names(page)).toEqual(shared[0]?.names)
          errors.length = 0 // that a script was refused is logged
        },
        { withoutScripts: true },
      )
    },
  )

  test('the box walks round, closes, and never shows what was asked before', { timeout: 120_000 }, () =>
    visit('desk', async ({ page }) => {
      await page.goto(site)
      await isRunning(page)
      await box(page).click()
      const answered = page.waitForResponse(/\/saran\?q=apel$/)
      await page.keyboard.insertText('apel') // at once: a busy machine would also ask for the beginnings
      await answered
      await page.getByRole('group', { name: 'Produk' }).waitFor()
      const active = () => box(page).getAttribute('aria-activedescendant')
      const count = await suggestions(page).count()
      await page.keyboard.press('ArrowUp')
      expect(await active()).toBe(await suggestions(page).last().getAttribute('id'))
      await page.keyboard.press('Home')
      expect(await active()).toBe(await suggestions(page).first().getAttribute('id'))
      await page.keyboard.press('End')
      await page.keyboard.press('ArrowDown')
      expect(await active()).toBe('')
      await page
        .getByRole('status')
        .filter({ hasText: `${count} saran` })
        .waitFor({ state: 'attached' })
      await page.keyboard.press('Tab')
      await suggestions(page).first().waitFor({ state: 'hidden' })
      expect(await box(page).getAttribute('aria-expanded')).toBe('false')

      // The answer to the first words comes last.
      await page.route(/\/saran\?q=kopi$/, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 1_500))
        await route.continue().catch(() => {}) // given up meanwhile
      })
      await box(page).fill('kopi')
      await page.waitForTimeout(300)
      await box(page).fill('kopi arabika xx')
      await box(page).fill('madu')
      await suggestions(page).filter({ hasText: /madu/i }).first().waitFor()
      await page.waitForTimeout(1_800)
      expect((await suggestions(page).allInnerTexts()).join(' ')).not.toMatch(/kopi/i)
    }),
  )

  test('the last searches stay on this device, until they are deleted', { timeout: 120_000 }, () =>
    visit('phone', async ({ page, look }) => {
      for (const words of ['madu', 'sari apel']) {
        await page.goto(`${site}/katalog?q=${words}`)
        await isRunning(page)
      }
      await page.goto(site)
      await isRunning(page)
      await box(page).click()
      const last = page.getByRole('group', { name: t('search.recent') }).getByRole('option')
      await last.first().waitFor()
      expect(await last.allInnerTexts()).toEqual(['sari apel', 'madu'])
      await look('saran-terakhir')
      await page.getByRole('button', { name: t('search.forget') }).click()
      await last.first().waitFor({ state: 'detached' })
      expect(await page.evaluate(() => localStorage.getItem('rak-dicari'))).toBe('[]')
    }),
  )

  test(
    'a suggestion that is tapped opens, and a box without an answer still searches',
    { timeout: 120_000 },
    () =>
      visit('phone', async ({ page, errors }) => {
        await page.goto(site)
        await isRunning(page)
        await box(page).fill('tulungrejo')
        await page.getByRole('group', { name: 'Desa' }).getByRole('option').first().tap()
        await page.waitForURL(/\/desa\/tulungrejo/)
        await page.route(/\/saran/, (route) => route.abort())
        await isRunning(page)
        await box(page).fill('keripik')
        await page.waitForTimeout(400)
        expect(await suggestions(page).count()).toBe(0)
        await page.keyboard.press('Enter')
        await page.waitForURL(/\/katalog\?q=keripik/)
        errors.length = 0
      }),
  )
})
