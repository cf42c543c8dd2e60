// The main story, on a phone and at a desk: an officer lists, a manager approves, a buyer plans and orders, the officer
// offers a later day, the buyer takes it, and a shopper sees in which store it will stand.
import pg from 'pg'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, inject, test } from 'vitest'
import { addDays, type Day, dayOf, formatShortDay } from '#app/platform/calendar.ts'
import { isWithoutBrowser } from '#tests/support/browser.ts'
import { aPerson, type Person } from './people.ts'

const site = inject('site')
const today = dayOf(new Date())

const stories = [
  {
    screen: 'phone',
    name: 'Keripik Apel Sari Gunung 120 g',
    pirt: '2143579010207-30',
    starts: addDays(today, 200),
  },
  {
    screen: 'desk',
    name: 'Keripik Apel Sari Kebun 120 g',
    pirt: '2143579010208-30',
    starts: addDays(today, 320),
  },
] as const
type Story = (typeof stories)[number]

describe.skipIf(isWithoutBrowser)('from the village to the shelf', () => {
  test.for(stories)('$screen', { timeout: 240_000 }, async (story) => {
    const open: Person[] = []
    const meet = async (email?: string) => {
      const person = await aPerson(story.screen, { site, ...(email && { email }) })
      open.push(person)
      return person
    }
    try {
      const officer = await meet('pengurus@tulungrejo.example')
      await list(officer, story)
      await approve(await meet('manajer@tulungrejo.example'), story)
      const shopper = await meet()
      await find(shopper, story)

      const buyer = await meet('pembeli@panderman.example')
      const placed = await order(buyer, story)
      await offerLater(officer, placed, addDays(story.starts, 4))
      await take(buyer, placed)
      await seeTheStore(shopper, story, addDays(story.starts, 4))
      expect(open.flatMap(({ errors }) => errors)).toEqual([])
    } finally {
      for (const person of open) await person.close()
    }
  })
})

/** A photo as a phone takes it: lying on its side, with the side noted in its metadata. */
async function aPhoto() {
  const pack = sharp({ create: { width: 1200, height: 900, channels: 3, background: '#7d8f3a' } })
  const buffer = await pack.withMetadata({ orientation: 6 }).jpeg().toBuffer()
  return { name: 'foto.jpg', mimeType: 'image/jpeg', buffer }
}

async function list({ page, look }: Person, { name, pirt }: Story): Promise<void> {
  await page.goto(`${site}/koperasi`)
  await look('koperasi')
  await page.goto(`${site}/koperasi/produk`)
  await look('koperasi-produk')
  await page.getByRole('link', { name: 'Produk baru' }).first().click()
  await page.getByLabel('Atas nama anggota').selectOption({ index: 1 })
  await page.locator('.photo-strip').waitFor()
  await page.setInputFiles('.photos-field input[type=file][multiple]', await aPhoto())
  await expect.poll(() => page.inputValue('[name=photoId]'), { timeout: 20_000 }).toMatch(/^pic_/)
  const fill = (label: string, value: string) => page.getByLabel(label, { exact: true }).fill(value)
  await fill('Nama di label', name)
  await page.getByLabel('Jenis produk').selectOption({ label: 'Keripik buah' })
  await fill('Isi bersih', '120 g')
  await fill('Tahan berapa hari', '1200')
  await page.getByRole('radio', { name: 'Suhu ruang' }).check({ force: true })
  await page.getByRole('radio', { name: 'Pouch' }).check({ force: true })
  await fill('Lebar', '140')
  await fill('Tinggi', '205')
  await fill('Tebal', '55')
  await fill('Berat dengan kemasan', '135')
  await fill('Isi satu karton', '24')
  await fill('Harga ke ritel', 'Rp14.000')
  await fill('Harga eceran', '19500')
  await fill('Dibayar ke produsen', '13.000,00')
  await fill('Nomor P-IRT', '21435790102')
  await fill('Nomor sertifikat halal', 'ID35110000145391021')
  await page.getByText('Stok sekarang').first().click()
  await fill('Jumlah', '480')
  await fill('Baik sebelum', addDays(today, 1195))
  await look('koperasi-produk-baru')

  await page.getByRole('button', { name: 'Kirim ke manajer' }).press('Enter')
  await page.getByText('Nomor P-IRT adalah 15 angka. Ini baru 11 angka.').first().waitFor()
  await look('koperasi-produk-baru-salah')
  await fill('Nomor P-IRT', pirt)
  await page.getByRole('button', { name: 'Kirim ke manajer' }).press('Enter')
  await page.waitForURL(/\/periksa$/)
  await page.getByText('Menunggu persetujuan manajer').waitFor()
  await look('koperasi-usulan-menunggu')
}

async function approve({ page, look }: Person, { name }: Story): Promise<void> {
  await page.goto(`${site}/koperasi`)
  await page.getByRole('link', { name: `Periksa ${name}` }).click()
  await page.getByRole('button', { name: 'Setujui, terbitkan' }).waitFor()
  await look('koperasi-periksa')
  await page.getByRole('button', { name: 'Setujui, terbitkan' }).click()
  await page.getByText('Disetujui').first().waitFor()
}

async function find({ page, look }: Person, { name }: Story): Promise<void> {
  await page.goto(site)
  await look('beranda')
  // A spelling that people use, and the index a moment behind.
  await expect
    .poll(
      async () => {
        await page.goto(
          `${site}/katalog?q=${encodeURIComponent(name.toLowerCase().replace('keripik', 'kripik'))}`,
        )
        return page.getByRole('link', { name }).count()
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThan(0)
  await look('katalog-cari')
  await page.getByRole('link', { name }).first().click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await look('produk')
}

type Placed = { number: string; purchaseOrder: string }

async function order({ page, look }: Person, { name, starts }: Story): Promise<Placed> {
  await page.goto(`${site}/ritel/gerai`)
  await look('ritel-gerai')
  await page
    .getByRole('link', { name: /Panderman Batu Kota/ })
    .first()
    .click()
  await page.waitForURL(/\/ritel\/gerai\//)
  await look('ritel-gerai-rak')
  await page.goto(`${site}/ritel/rak/${await aFixture()}?mulai=${starts}&sampai=${addDays(starts, 89)}`)
  await page.waitForFunction(() => '__remixRouter' in window)
  await page.getByRole('searchbox', { name: 'Cari produk' }).fill(name)
  const found = page.getByRole('button', { name: new RegExp(name) }).first()
  await found.click()
  await page.getByText(`${name}, papan`).first().waitFor()
  await page.keyboard.press('Escape')
  await page
    .getByText(/draf tersimpan/)
    .first()
    .waitFor()
  await look('ritel-rak')
  await page.getByRole('button', { name: /^Pesan/ }).click()
  await page.waitForURL(/\/ritel\/pesanan\/sho_/)
  await page.getByText('Menunggu jawaban').first().waitFor()
  await look('ritel-pesanan-baru')
  const text = (await page.locator('main').textContent()) ?? ''
  return {
    number: /PR-\d{4}-\d{4}/.exec(text)?.[0] ?? '',
    purchaseOrder: /PO-\d{4}-\d{4}/.exec(text)?.[0] ?? '',
  }
}

/** An ambient fixture of Panderman Batu Kota. */
async function aFixture(): Promise<string> {
  const client = new pg.Client({ connectionString: inject('databaseUrl') })
  await client.connect()
  const { rows } = await client.query(
    `select f.id from fixtures f join stores s on s.id = f.store_id
     where s.name = 'Panderman Batu Kota' and f.storage = 'ambient' order by f.position limit 1`,
  )
  await client.end()
  return rows[0].id
}

async function offerLater({ page, look }: Person, { purchaseOrder }: Placed, day: Day): Promise<void> {
  await page.goto(`${site}/koperasi/pesanan`)
  await look('koperasi-pesanan')
  await openWaiting(page, purchaseOrder)
  await page.waitForURL(/\/koperasi\/pesanan\/pur_/)
  await page.getByRole('radio', { name: 'Tawarkan lain' }).first().check()
  await page.getByLabel('Bisa dikirim tanggal').first().fill(day)
  await page.getByRole('button', { name: 'Kirim jawaban' }).click()
  await page.getByText('Tulis alasannya, supaya pembeli mengerti.').first().waitFor()
  await look('koperasi-pesanan-jawab')
  await page.getByLabel('Pesan untuk pembeli').fill('Apelnya baru dipetik hari Senin.')
  await page.getByRole('button', { name: 'Kirim jawaban' }).click()
  await page.getByText('Tawaran balik').first().waitFor()
  await expectNothingWaits(page, purchaseOrder)
  await look('koperasi-kabar')
}

/** From anywhere in a portal to what waits: the inbox has it on top. */
async function openWaiting(page: Page, what: string): Promise<void> {
  await page.getByRole('link', { name: /^Kabar/ }).click()
  await waiting(page).getByRole('link', { name: what }).click()
}

async function expectNothingWaits(page: Page, what: string): Promise<void> {
  await page.getByRole('link', { name: /^Kabar/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Kabar' }).waitFor()
  expect(await waiting(page).getByText(what).count()).toBe(0)
}

const waiting = (page: Page) => page.getByRole('region', { name: /^Menunggu jawaban/ })

/** To a place of the portal: on a phone the places are behind the menu. */
async function goTo(page: Page, place: string): Promise<void> {
  const menu = page.getByRole('button', { name: /^Menu/ })
  if (await menu.isVisible()) await menu.click()
  await page.getByRole('navigation').getByRole('link', { name: place }).click()
}

async function take({ page, look }: Person, { number, purchaseOrder }: Placed): Promise<void> {
  await page.goto(`${site}/ritel`)
  await look('ritel')
  await goTo(page, 'Pesanan rak')
  await page.getByRole('link', { name: new RegExp(number) }).waitFor()
  await look('ritel-pesanan')
  await openWaiting(page, purchaseOrder)
  await page.waitForURL(/\/ritel\/pesanan\/sho_.*#pur_/)
  await page.getByText('Apelnya baru dipetik hari Senin.').first().waitFor()
  await look('ritel-pesanan-tawaran')
  await page.getByRole('radio', { name: 'Terima tawaran' }).first().check({ force: true })
  await page.getByRole('button', { name: 'Kirim keputusan' }).click()
  await page.getByText('Disanggupi').first().waitFor()
  await look('ritel-pesanan-selesai')
  await expectNothingWaits(page, purchaseOrder)
}

async function seeTheStore({ page, look }: Person, { name }: Story, from: Day): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(`${site}/katalog?q=${encodeURIComponent(name)}`)
        await page.getByRole('link', { name }).first().click()
        await page.getByRole('heading', { level: 1, name }).waitFor()
        return page.locator('main').textContent()
      },
      { timeout: 30_000 },
    )
    .toContain('Panderman Batu Kota')
  expect(await page.locator('main').textContent()).toContain(`mulai ${formatShortDay(from)}`)
  await look('produk-di-gerai')
  await page.locator('main a[href^="/gerai/"]').first().click()
  await page.getByRole('heading', { level: 1, name: /Panderman Batu Kota/ }).waitFor()
  await look('gerai')
}
