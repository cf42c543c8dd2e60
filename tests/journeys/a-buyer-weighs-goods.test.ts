// What a chain's buyer promises themselves: the catalogue shows what may be ordered, and the order holds to the same rules.
import { describe, expect, inject, test } from 'vitest'
import { isWithoutBrowser } from '#tests/support/browser.ts'
import { aPerson } from './people.ts'

const site = inject('site')
const email = 'pembeli@panderman.example'
/** Seeded with a P-IRT that has expired. */
const lapsed = 'Brownies Kukus Apel 350 g'

describe.skipIf(isWithoutBrowser)("the buyer's catalogue", () => {
  test('from the rules of the chain to a refusal on the shelf', { timeout: 180_000 }, async () => {
    const { page, errors, look, close } = await aPerson('desk', { site, email })
    try {
      await page.goto(`${site}/ritel/katalog?q=brownies`)
      await expect.poll(() => page.getByText('Mungkin ada, tetapi belum sesuai').isVisible()).toBe(true)
      await look('ritel-katalog-nothing')
      await page.getByRole('link', { name: 'Tampilkan semua' }).first().click()
      const row = page.getByRole('row', { name: lapsed })
      await row.getByText('P-IRT habis').waitFor()

      await row.getByRole('link', { name: `Taruh di rak ${lapsed}` }).click()
      await page.getByRole('heading', { name: 'Taruh di rak mana?' }).waitFor()
      await look('ritel-taruh-di-rak')
      await page
        .getByRole('listitem')
        .filter({ hasText: 'Ada tempat di papan' })
        .first()
        .getByRole('link', { name: /^Susun/ })
        .click()
      await page.getByRole('button', { name: lapsed }).first().click()
      await page.getByRole('button', { name: /^Pesan/ }).click()
      await page.getByText(`${lapsed} belum bisa dipesan`).first().waitFor()
      await look('ritel-rak-refused-by-rules')
      expect(errors).toEqual([])
    } finally {
      await close()
    }
  })

  test.for(['phone', 'desk'] as const)(
    'every page at the %s is fit for everybody',
    { timeout: 180_000 },
    async (screen) => {
      const { page, errors, look, close } = await aPerson(screen, { site, email })
      try {
        for (const [name, path] of Object.entries({
          katalog: '/ritel/katalog',
          'katalog-filtered': '/ritel/katalog?aturan=semua&sertifikat=halal&stok-karton=20&sisa-umur=80',
          aturan: '/ritel/aturan',
        })) {
          const response = await page.goto(site + path)
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          expect([path, response?.status(), overflow]).toEqual([path, 200, 0])
          await look(`ritel-${name}`)
        }
        expect(errors).toEqual([])
      } finally {
        await close()
      }
    },
  )

  test('without JavaScript it is searched, narrowed and opened up', { timeout: 120_000 }, async () => {
    const { page, close } = await aPerson('desk', { site, email, withoutScripts: true })
    try {
      await page.goto(`${site}/ritel/katalog`)
      await page.getByRole('searchbox').fill('keripik tempe')
      await page.keyboard.press('Enter')
      await page.waitForURL(/q=keripik/)
      await page.getByLabel('Stok cukup untuk').fill('10')
      await page.getByRole('button', { name: 'Tampilkan hasil' }).click()
      await page.waitForURL(/stok-karton=10/)
      expect(page.url()).toContain('q=keripik')
      expect(await page.getByRole('row', { name: /Keripik Tempe/ }).count()).toBeGreaterThan(0)
      await page.getByRole('link', { name: 'Tampilkan semua' }).click()
      await page.waitForURL(/aturan=semua/)
      expect(page.url()).toContain('stok-karton=10')
    } finally {
      await close()
    }
  })

  test('an officer reads what is missing, on a phone', { timeout: 120_000 }, async () => {
    const { page, look, close } = await aPerson('phone', { site, email: 'pengurus@sisir.example' })
    try {
      await page.goto(`${site}/koperasi/produk`)
      await page.getByRole('link', { name: lapsed }).first().click()
      await page.getByRole('heading', { name: 'Siap masuk ritel modern' }).waitFor()
      await page.getByText('Belum untuk toko oleh-oleh: kurang izin edar').waitFor()
      await look('koperasi-readiness')
    } finally {
      await close()
    }
  })
})
