// An officer registers a member on a phone; the member signs in, drafts, has an account corrected, and asks to be erased.
import sharp from 'sharp'
import { expect, inject, test } from 'vitest'
import { expectNoAxeViolations, isWithoutBrowser, screenshot } from '#tests/support/browser.ts'
import { aPerson } from './people.ts'

const nik = '3579014101909997'
const account = '4455667788'

/** More than fits into one piece. */
async function aPhoto() {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  const kitchen = sharp({ create: { width: 900, height: 900, channels: 3, background: '#a52', noise } })
  const buffer = await kitchen.jpeg({ quality: 95 }).toBuffer()
  return { name: 'dapur.jpg', mimeType: 'image/jpeg', buffer }
}

test.skipIf(isWithoutBrowser)(
  'a member is registered, signs in, and owns its data',
  { timeout: 240_000 },
  async () => {
    const site = inject('site')
    // On the officer's slow network no script has arrived yet; everything is a form all the same.
    const phone = await aPerson('phone', { site, email: 'pengurus@tulungrejo.example', withoutScripts: true })
    const member = await aPerson('phone', { site })
    try {
      const officer = phone.page
      await officer.goto(`${site}/koperasi/anggota`)
      await expectNoAxeViolations(officer)
      await officer.getByRole('link', { name: 'Daftarkan anggota' }).click()
      await officer.getByLabel('Nama kelompok atau usaha').fill('Kelompok Sambal Arjuno')
      await officer.getByLabel('Nama pemilik atau ketua').fill('Sumarmi')
      await officer.getByLabel('Anggota sudah setuju').check()
      await officer.getByLabel('Lisan, di depan pengurus').check()
      await expectNoAxeViolations(officer)
      await screenshot(officer, 'member-new')
      await officer.getByRole('button', { name: 'Simpan, lalu tulis produknya' }).click()
      await officer.waitForURL(/\/koperasi\/produk\/baru\?untuk=/)
      const id = new URL(officer.url()).searchParams.get('untuk') ?? ''
      expect(await officer.getByLabel('Atas nama').inputValue()).toBe(id)

      await officer.goto(`${site}/koperasi/anggota/${id}/ubah`)
      await officer.getByLabel('NIK pemilik').fill(nik)
      await officer.getByLabel('Bank', { exact: true }).fill('Bank Contoh')
      await officer.getByLabel('Nomor rekening').fill('1234567890')
      await officer.getByLabel('Nama di rekening').fill('Sumarmi')
      await expectNoAxeViolations(officer)
      await officer.getByRole('button', { name: 'Simpan' }).click()
      await officer.getByText('3579 •••• •••• ••••').waitFor()
      await expectNoAxeViolations(officer)
      await screenshot(officer, 'member')

      await officer.goto(`${site}/koperasi/anggota/${id}/akun`)
      await officer.getByLabel('Nomor HP atau e-mail').fill('0812 9999 0002')
      await officer.getByRole('button', { name: 'Undang' }).click()
      const link = await officer.getByLabel('Tautan undangan').inputValue()
      await expectNoAxeViolations(officer)
      await screenshot(officer, 'member-invited')

      const own = member.page
      await own.goto(site + new URL(link).pathname)
      await expectNoAxeViolations(own)
      await screenshot(own, 'invitation')
      await own.getByLabel('Kata sandi baru').fill('sambal pedas arjuno')
      await own.getByRole('button', { name: 'Terima dan masuk' }).click()
      await own.waitForURL(/\/produsen$/)
      for (const path of [
        '',
        '/pesanan',
        '/profil',
        '/profil/foto',
        '/profil/libur',
        '/dokumen',
        '/dokumen/usaha',
        '/data',
        '/data/hapus',
      ]) {
        await own.goto(`${site}/produsen${path}`)
        await expectNoAxeViolations(own)
      }
      await own.goto(`${site}/produsen/profil/foto`)
      await own.locator('.photo-strip').waitFor()
      await own.setInputFiles('#photoId', await aPhoto())
      await own.locator('.photo-tile').waitFor()
      // Whether it has arrived or not: the form waits for it.
      await own.getByRole('button', { name: 'Simpan foto' }).click()
      const shown = async () => {
        await officer.goto(`${site}/koperasi/anggota/${id}`)
        return officer.getByAltText('Foto 1 dari Kelompok Sambal Arjuno').count()
      }
      await expect.poll(shown, { timeout: 20_000, interval: 500 }).toBe(1)
      await own.goto(`${site}/produsen/profil/foto`)
      await own.getByRole('button', { name: 'Atur foto 1, utama' }).click()
      await own.getByLabel('Keterangan foto').waitFor()
      await expectNoAxeViolations(own)
      await screenshot(own, 'own-photo')
      await own.goto(`${site}/produsen/data/betulkan`)
      await own.getByLabel('Data yang keliru').selectOption('account')
      await own.getByLabel('Yang benar').fill(account)
      await expectNoAxeViolations(own)
      await own.getByRole('button', { name: 'Minta dibetulkan' }).click()
      await own.getByText('Permintaan terkirim ke koperasi.').waitFor()
      await screenshot(own, 'own-data')

      await officer.goto(`${site}/koperasi`)
      await officer.getByRole('link', { name: 'Betulkan nomor rekening' }).click()
      await officer.getByRole('button', { name: 'Setujui pembetulan' }).waitFor()
      await expectNoAxeViolations(officer)
      await officer.getByRole('button', { name: 'Setujui pembetulan' }).click()
      await officer.getByText('•••• 788').waitFor()

      // What the browsers were sent, as HTML and as data: nothing of the numbers is in it.
      for (const [page, paths] of [
        [officer, ['/koperasi/anggota', `/koperasi/anggota/${id}`, `/koperasi/anggota/${id}/ubah`]],
        [own, ['/produsen', '/produsen/data', '/produsen/profil']],
      ] as const)
        for (const path of paths)
          for (const address of [path, `${path}.data`]) {
            const text = await (await page.request.get(site + address)).text()
            expect(text.includes(nik) || text.includes(account) || text.includes('1234567890'), address).toBe(
              false,
            )
          }
      expect([...phone.errors, ...member.errors]).toEqual([])
    } finally {
      await phone.close()
      await member.close()
    }
  },
)
