// An officer at a member's house: the signal goes, the browser closes, and nothing that was typed is lost.
import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, inject, test } from 'vitest'
import { isWithoutBrowser } from '#tests/support/browser.ts'
import { aPerson } from './people.ts'

const site = inject('site')
const email = 'pengurus@tulungrejo.example'
const files = mkdtempSync(path.join(os.tmpdir(), 'photos-'))

async function aFile(name: string, bytes: Buffer | string) {
  const file = path.join(files, name)
  writeFileSync(file, bytes)
  return file
}
const photo = (background = '#a5632b') =>
  sharp({ create: { width: 600, height: 900, channels: 3, background } })
    .jpeg()
    .toBuffer()

// As long as a slow machine takes to shrink a photo, send it and make its first sizes.
const arrival = { timeout: 20_000 }

// Where photos are chosen; the camera's own comes after it.
const chooser = '.photos-field input[type=file][multiple]'
const begin = async (page: Page) => {
  await page.goto(`${site}/koperasi/produk/baru`)
  await page.locator('.photo-strip').waitFor()
}

describe.skipIf(isWithoutBrowser)('a product without signal', () => {
  test('what is typed offline is sent when the signal is back, also after the page was closed', async () => {
    const { page, close, look, errors } = await aPerson('phone', { site, email })
    try {
      await begin(page)
      await page.getByLabel('Atas nama anggota').selectOption({ index: 1 })
      await page.setInputFiles(chooser, await aFile('foto.jpg', await photo()))
      await expect.poll(() => page.inputValue('[name=photoId]'), arrival).toMatch(/^pic_/)
      await page.getByLabel('Nama di label').fill('Keripik Tanpa Sinyal')
      await page.context().setOffline(true)
      await page.getByLabel('Harga eceran').fill('12500')
      await page.getByRole('button', { name: 'Simpan draf' }).click()
      await page.getByText('Sinyal hilang.').waitFor()
      await look('koperasi-produk-tanpa-sinyal')

      await page.context().setOffline(false)
      await page.waitForURL(/\/koperasi\/usulan\//)
      const proposal = page.url()
      expect(await page.getByLabel('Harga eceran').inputValue()).toBe('12.500')

      await page.getByLabel('Isi bersih').fill('155 g')
      await page.goto('about:blank')
      await page.goto(proposal)
      await expect.poll(() => page.getByLabel('Isi bersih').inputValue()).toBe('155 g')
      expect(errors).toEqual([])
    } finally {
      await close()
    }
  })

  test('photos chosen offline survive a closed browser and are sent when there is a signal', async () => {
    const { page, close, look, errors } = await aPerson('phone', { site, email })
    const context = page.context()
    try {
      await begin(page)
      await page.getByLabel('Atas nama anggota').selectOption({ index: 1 })
      await page.getByLabel('Nama di label').fill('Keripik Dua Foto')
      await page.getByLabel('Harga eceran').fill('12500')
      await page.getByRole('button', { name: 'Simpan draf' }).click()
      await page.waitForURL(/\/koperasi\/usulan\//)
      const proposal = page.url()
      await page.locator('.photo-strip').waitFor()

      await context.setOffline(true)
      const two = [
        await aFile('depan.jpg', await photo('#2b65a5')),
        await aFile('belakang.jpg', await photo('#65a52b')),
      ]
      await page.setInputFiles(chooser, two)
      await expect.poll(() => page.locator('.photo-tile').count()).toBe(2)
      await page.locator('.photo-state').getByText('Menunggu sinyal').nth(1).waitFor()
      await look('koperasi-foto-tanpa-sinyal')
      await page.close()

      // The browser opens again where there is a signal.
      await context.setOffline(false)
      const again = await context.newPage()
      await again.goto(proposal)
      await expect.poll(() => again.inputValue('[name="photos[1].id"]'), arrival).toMatch(/^pic_/)
      await again.getByRole('button', { name: 'Atur foto 2' }).click()
      await again.getByRole('button', { name: 'Jadikan utama' }).click()
      await again.getByLabel('Keterangan foto').fill('Dari belakang')
      await again.getByRole('button', { name: 'Selesai' }).click()
      const main = await again.inputValue('[name="photos[0].id"]')
      const version = await again.inputValue('[name=version]')
      await again.getByRole('button', { name: 'Simpan draf' }).click()
      await expect.poll(() => again.inputValue('[name=version]'), arrival).not.toBe(version)
      await again.goto(proposal)
      expect(await again.inputValue('[name="photos[0].id"]')).toBe(main)
      expect(await again.inputValue('[name="photos[0].alt"]')).toBe('Dari belakang')
      expect(errors).toEqual([])
    } finally {
      await close()
    }
  })

  test('a square is cut out of a photo with the keyboard', async () => {
    const { page, close, look } = await aPerson('phone', { site, email })
    try {
      await begin(page)
      await page.setInputFiles(chooser, await aFile('potong.jpg', await photo('#a52b65')))
      await expect.poll(() => page.inputValue('[name=photoId]'), arrival).toMatch(/^pic_/)
      const whole = await page.inputValue('[name=photoId]')
      await page.getByRole('button', { name: 'Atur foto 1, utama' }).click()
      await page.getByRole('button', { name: 'Potong persegi' }).click()
      const frame = page.locator('.cut-frame')
      await frame.focus()
      for (const key of ['-', '-', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key)
      await look('koperasi-foto-potong')
      await page.getByRole('button', { name: 'Pakai potongan ini' }).click()
      await expect.poll(() => page.inputValue('[name=photoId]'), arrival).not.toBe(whole)
      expect(await page.inputValue('[name=photoId]')).toMatch(/^pic_/)
    } finally {
      await close()
    }
  })

  test('a photo that cannot be used is refused at once, with what to do', async () => {
    const { page, close } = await aPerson('phone', { site, email })
    try {
      await begin(page)
      const huge = sharp({ create: { width: 10_000, height: 6000, channels: 3, background: '#c33' } })
      const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(64)])
      for (const [name, bytes, reason] of [
        ['kosong.jpg', '', 'kosong'],
        ['besar.jpg', await huge.jpeg().toBuffer(), 'lebih dari 50 megapiksel'],
        ['gambar.jpg', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', 'bukan foto'],
        ['iphone.heic', heic, 'Paling Kompatibel'],
        ['13mb.jpg', Buffer.alloc(13 * 1024 * 1024, 1), 'paling besar 12 MB'],
      ] as const) {
        await page.setInputFiles(chooser, await aFile(name, bytes))
        await page.locator('#photoId-problem').getByText(reason).waitFor()
      }
      expect(await page.inputValue('[name=photoId]')).toBe('')
    } finally {
      await close()
    }
  })

  test('a barcode is read by the camera where the browser can', async () => {
    const { page, close } = await aPerson('phone', { site, email })
    try {
      // Chromium on Linux has no detector: this one finds the same code in every photo.
      await page.addInitScript(() => {
        class Detector {
          static getSupportedFormats = async () => ['ean_13']
          detect = async () => [{ rawValue: '8991234567891' }]
        }
        Object.assign(window, { BarcodeDetector: Detector })
      })
      await page.goto(`${site}/koperasi/produk/baru`)
      await page.getByLabel('Pindai dengan kamera').setInputFiles(await aFile('kode.jpg', await photo()))
      await expect.poll(() => page.getByLabel('Barcode', { exact: true }).inputValue()).toBe('8991234567891')
      await page.getByText('Terbaca.').waitFor()
    } finally {
      await close()
    }
  })

  test('without scripts the form is a form: it says what is wrong and keeps photo and words', async () => {
    const { page, close } = await aPerson('phone', { site, email, withoutScripts: true })
    try {
      await page.goto(`${site}/koperasi/produk/baru`)
      await page.setInputFiles('input[name=photo]', await aFile('foto.jpg', await photo()))
      await page.getByLabel('Nama di label').fill('Keripik Tanpa Skrip')
      await page.getByLabel('Harga eceran').fill('12.5')
      await page.getByRole('radio', { name: 'Stoples' }).check()
      await page.getByRole('button', { name: 'Simpan draf' }).click()
      await page.getByText('Harga tidak terbaca.').first().waitFor()
      const kept = await page.inputValue('[name=photoId]')
      expect(kept).toMatch(/^pic_/)
      await page.getByLabel('Harga eceran').fill('12.500')
      await page.getByLabel('Atas nama anggota').selectOption({ index: 1 })
      await page.getByRole('button', { name: 'Simpan draf' }).click()
      await page.waitForURL(/\/koperasi\/usulan\//)
      expect(await page.inputValue('[name=photoId]')).toBe(kept)
      expect(await page.getByLabel('Tinggi', { exact: true }).inputValue()).toBe('95')
    } finally {
      await close()
    }
  })
})
