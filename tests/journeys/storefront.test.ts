// What a shopper promises themselves: every public page works on a phone and at a desk, without JavaScript, for everybody.
import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import {
  errorsOf,
  expectNoAxeViolations,
  isWithoutBrowser,
  openBrowser,
  screenshot,
} from '#tests/support/browser.ts'

const site = inject('site')
const pages = {
  home: '/',
  catalogue: '/katalog',
  found: '/katalog?q=keripik&sertifikat=halal&desa=beji&desa=tulungrejo',
  respelt: '/katalog?q=kripk+apel',
  'found-nothing': '/katalog?q=televisi',
  product: '/produk/keripik-apel-manalagi-100-g',
  stores: '/gerai',
  store: '/gerai/panderman-batu-kota',
  villages: '/desa',
  village: '/desa/pandanrejo',
  cooperative: '/profil/koperasi/kdmp-punten',
  producer: '/profil/produsen/kelompok-jenang-temas',
  lost: '/produk/tidak-ada',
}

async function visit(screen: 'phone' | 'desk', work: (page: Page) => Promise<void>): Promise<void> {
  const { context, close } = await openBrowser(screen)
  try {
    const page = await context.newPage()
    const errors = errorsOf(page)
    await work(page)
    expect(errors).toEqual([])
  } finally {
    await close()
  }
}

describe.skipIf(isWithoutBrowser)('the storefront', () => {
  test.for(['phone', 'desk'] as const)(
    'every page at the %s is fit for everybody',
    { timeout: 240_000 },
    (screen) =>
      visit(screen, async (page) => {
        for (const [name, path] of Object.entries(pages)) {
          const response = await page.goto(site + path)
          expect(response?.status(), path).toBe(name === 'lost' ? 404 : 200)
          expect(response?.headers()).not.toHaveProperty('x-powered-by')
          const seen = await page.evaluate(() => ({
            overflow: document.documentElement.scrollWidth - window.innerWidth,
            scripts: document.scripts.length,
            headings: document.querySelectorAll('h1').length,
            described: Boolean(document.querySelector('meta[name=description], meta[name=robots]')),
          }))
          // The search box's; where one may choose a place, also the one that asks the phone where it is.
          const scripts = ['catalogue', 'found', 'respelt', 'stores'].includes(name) ? 2 : 1
          expect({ path, ...seen }).toEqual({ path, overflow: 0, scripts, headings: 1, described: true })
          await expectNoAxeViolations(page)
          await screenshot(page, `public-${name}`)
        }
      }),
  )

  test('the catalogue is narrowed and widened by plain forms and links', { timeout: 60_000 }, () =>
    visit('phone', async (page) => {
      await page.goto(site)
      await page.getByLabel('Cari produk, desa, atau produsen').fill('kripik')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 1, name: 'kripik' }).waitFor()
      await page.getByRole('link', { name: 'Saring' }).click()
      // Origin is folded on a phone, and so are the villages of a kecamatan.
      const beji = page.getByRole('checkbox', { name: /^Beji/, includeHidden: true }).first()
      for (const folded of await page.locator('.filters details', { has: beji }).all())
        if (!(await folded.evaluate((one: HTMLDetailsElement) => one.open)))
          await folded.locator('summary').first().click()
      await beji.check()
      await page.getByRole('button', { name: 'Tampilkan hasil' }).click()
      await page.getByRole('link', { name: 'Hapus saringan Beji' }).waitFor()
      expect(await page.locator('.goods li').allInnerTexts()).toHaveLength(2)
      await page.getByText('Urutkan: Paling cocok').click()
      await page.getByRole('link', { name: 'Termurah' }).click()
      await page.locator('.goods li').first().getByText('Rp9.500').waitFor()
      await page.getByRole('link', { name: 'Hapus saringan Beji' }).click()
      await page.locator('.goods li').nth(5).waitFor()
      expect(page.url()).toContain('/katalog?q=kripik&urut=termurah')
    }),
  )

  test('all products can be paged through, each once', { timeout: 60_000 }, () =>
    visit('desk', async (page) => {
      await page.goto(`${site}/katalog?urut=termahal`)
      const names: string[] = []
      for (;;) {
        names.push(...(await page.locator('.goods .name').allInnerTexts()))
        const next = page.getByRole('link', { name: 'Produk berikutnya' })
        if ((await next.count()) === 0) break
        await next.click()
        await page.waitForLoadState()
      }
      expect(names.length).toBeGreaterThanOrEqual(70)
      expect(new Set(names).size).toBe(names.length)
    }),
  )

  test(
    'a product page is light: the search box has the one script, and less than 60 kB come beside the pictures',
    { timeout: 60_000 },
    () =>
      visit('phone', async (page) => {
        const sizes: number[] = []
        const types: string[] = []
        page.on('requestfinished', async (request) => {
          if (request.resourceType() === 'image') return
          types.push(request.resourceType())
          sizes.push((await request.sizes()).responseBodySize)
        })
        await page.goto(site + pages.product, { waitUntil: 'networkidle' })
        expect(types.filter((type) => type === 'script')).toHaveLength(1)
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000)
      }),
  )
})
