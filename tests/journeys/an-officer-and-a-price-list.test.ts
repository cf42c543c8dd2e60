// An officer with a cheap phone: a product for a member, a price list with two mistakes in it, and labels for the packs.
import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, inject, test } from 'vitest'
import { addDays, dayOf } from '#app/platform/calendar.ts'
import { isWithoutBrowser } from '#tests/support/browser.ts'
import { aPerson, type Person } from './people.ts'

const site = inject('site')
const today = dayOf(new Date())
const name = 'Keripik Salak Sumber Rejeki 90 g'
const code = 'SLK-90'

describe.skipIf(isWithoutBrowser)('an officer and a price list', () => {
  test('prices of a file are seen, mended, saved and approved; labels are printed', {
    timeout: 240_000,
  }, async () => {
    const open: Person[] = []
    const meet = async (email: string) => {
      const person = await aPerson('phone', { site, email })
      await person.page.setViewportSize({ width: 360, height: 740 })
      open.push(person)
      return person
    }
    try {
      const officer = await meet('pengurus@tulungrejo.example')
      const manager = await meet('manajer@tulungrejo.example')
      await list(officer)
      await approve(manager)
      const sent = await sendPrices(officer)
      await approvePrices(manager, sent)
      await print(officer)
      await takeOut(officer)
      expect(open.flatMap(({ errors }) => errors)).toEqual([])
    } finally {
      for (const person of open) await person.close()
    }
  })
})

async function list({ page, look }: Person): Promise<void> {
  await page.goto(`${site}/koperasi/produk/baru`)
  await page.waitForFunction(() => '__remixRouter' in window)
  await page.getByLabel('Atas nama anggota').selectOption({ index: 1 })
  await page.locator('.photo-strip').waitFor()
  const picture = sharp({ create: { width: 900, height: 1200, channels: 3, background: '#8a5a2b' } })
  await page.setInputFiles('.photos-field input[type=file][multiple]', {
    name: 'salak.jpg',
    mimeType: 'image/jpeg',
    buffer: await picture.jpeg().toBuffer(),
  })
  await expect.poll(() => page.inputValue('[name=photoId]'), { timeout: 30_000 }).toMatch(/^pic_/)
  const fill = (label: string, value: string) => page.getByLabel(label, { exact: true }).fill(value)
  await fill('Nama di label', name)
  await page.getByLabel('Jenis produk').selectOption({ label: 'Keripik buah' })
  await fill('Isi bersih', '90 g')
  await fill('Tahan berapa hari', '180')
  await page.getByRole('radio', { name: 'Suhu ruang' }).check({ force: true })
  await page.getByRole('radio', { name: 'Pouch' }).check({ force: true })
  await fill('Lebar', '140')
  await fill('Tinggi', '205')
  await fill('Tebal', '55')
  await fill('Berat dengan kemasan', '105')
  await fill('Isi satu karton', '24')
  await fill('Kode sendiri', code)
  await fill('Harga ke ritel', '12.000')
  await fill('Harga eceran', '16500')
  await fill('Dibayar ke produsen', '11000')
  await fill('Nomor P-IRT', '2143579010209-30')
  await fill('Nomor sertifikat halal', 'ID35110000145391021')
  await page.getByText('Stok sekarang').first().click()
  await fill('Jumlah', '240')
  await fill('Baik sebelum', addDays(today, 170))
  await page.getByRole('button', { name: 'Kirim ke manajer' }).press('Enter')
  await page.waitForURL(/\/periksa$/)
  await look('impor-produk-menunggu')
}

async function approve({ page }: Person): Promise<void> {
  await page.goto(`${site}/koperasi`)
  await page.getByRole('link', { name: `Periksa ${name}` }).click()
  await page.getByRole('button', { name: 'Setujui, terbitkan' }).press('Enter')
  await page.getByText('Disetujui').first().waitFor()
}

/** Sends a list of three rows, two of them wrong; saves the other one. Gives the address of the import. */
async function sendPrices({ page, look }: Person): Promise<string> {
  await page.goto(`${site}/koperasi/impor`)
  await page.waitForFunction(() => '__remixRouter' in window)
  await look('koperasi-impor')
  expect(await downloadOf(page, page.locator('a[href*="data=prices"][href*="csv"]'))).toContain(
    'Harga eceran',
  )

  await page.getByRole('radio', { name: /^Harga/ }).check({ force: true })
  const rows = ['Kode;Harga jual;Catatan', `${code};Rp17.500;naik`, 'TIDAK-ADA;9000;', `${code}-X;12.5;`]
  await page.getByLabel('Berkas', { exact: true }).setInputFiles({
    name: 'harga-desember.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(rows.join('\r\n')),
  })
  await page.getByRole('button', { name: 'Periksa berkas' }).click()
  await page.waitForURL(/\/impor\/imp_/)
  await page.getByRole('button', { name: 'Simpan yang benar (1)' }).waitFor()
  await page.getByText('Kode TIDAK-ADA tidak ada di koperasi ini.').waitFor()
  await page.getByText('Harga 12.5 bisa dibaca dua cara.').waitFor()
  await look('koperasi-impor-diperiksa')
  const [head, ...wrong] = (
    await downloadOf(page, page.getByRole('link', { name: 'Unduh baris yang salah (CSV)' }))
  ).split('\r\n')
  expect(head).toContain('Kode;Harga jual;Catatan;Alasan')
  expect(wrong.filter(Boolean)).toHaveLength(2)

  await page.getByRole('button', { name: 'Simpan yang benar (1)' }).click()
  await page.getByText('1 baris tersimpan.').waitFor()
  await page.getByText('dari Rp16.500 menjadi Rp17.500').first().waitFor()
  await look('koperasi-impor-selesai')
  expect(await page.getByRole('button', { name: /^Setujui/ }).count()).toBe(0)
  return page.url()
}

async function approvePrices({ page, look }: Person, address: string): Promise<void> {
  await page.goto(address)
  await page.waitForFunction(() => '__remixRouter' in window)
  await page.getByRole('checkbox', { name }).waitFor()
  await look('koperasi-impor-setujui')
  await page.getByRole('button', { name: 'Setujui yang dicentang' }).click()
  await page.getByText('1 sudah disetujui.').waitFor()
  await look('koperasi-impor-disetujui')
}

async function print({ page, look }: Person): Promise<void> {
  await page.goto(`${site}/koperasi/produk`)
  await page.getByRole('link', { name }).first().click()
  await page.waitForURL(/\/koperasi\/produk\/prd_/)
  await page.getByText('Rp17.500').first().waitFor()
  await page.goto(`${page.url().split(/[?#]/)[0]}/label`)
  await page.getByRole('button', { name: 'Buka PDF' }).waitFor()
  await look('koperasi-label')
  const query = await page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>('main form')
    return new URLSearchParams(
      new FormData(form ?? undefined) as unknown as Record<string, string>,
    ).toString()
  })
  const answer = await page.request.get(`${page.url()}?${query}`)
  expect(answer.headers()['content-type']).toBe('application/pdf')
  const file = (await answer.body()).toString('latin1')
  expect(file.slice(0, 5)).toBe('%PDF-')
  expect(file.match(/\/Type \/Page\b/g)).toHaveLength(1)
}

async function takeOut({ page, look }: Person): Promise<void> {
  await page.goto(`${site}/koperasi/ekspor`)
  await look('koperasi-ekspor')
  const zip = await downloadOf(page, page.getByRole('button', { name: 'Unduh semua (ZIP)' }))
  expect(zip.slice(0, 2)).toBe('PK')
}

/** What a link or button gives to keep, as text. */
async function downloadOf(page: Page, control: Locator): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), control.click()])
  return readFileSync(await download.path(), 'utf8')
}
