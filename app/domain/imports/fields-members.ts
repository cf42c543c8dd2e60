import { readNib } from '#app/domain/identifiers/nib.ts'
import { readNik } from '#app/domain/identifiers/nik.ts'
import { readNpwp } from '#app/domain/identifiers/npwp.ts'
import { accountField } from '#app/domain/producers/rules.ts'
import type { Field } from './columns.ts'
import { readChoice, readDay, readText, readYes } from './values.ts'

export const consentWays = {
  paper: ['tertulis', 'surat', 'kertas', 'tanda tangan'],
  spoken: ['lisan', 'ucapan'],
} as const

/** A number as the files we write show it; it says that nothing is to be changed. */
export const isMasked = (text: string): boolean => /[•*]/.test(text)

const digits =
  (read: Field['read']): Field['read'] =>
  (text) =>
    isMasked(text)
      ? { value: text }
      : /\d[eE]\+?\d/.test(text)
        ? { problem: { key: 'import.digits_lost' } }
        : read(text)

function readAccount(text: string): ReturnType<Field['read']> {
  const found = accountField.safeParse(text)
  return found.success ? { value: found.data } : { problem: { key: 'account.digits' } }
}

const text = (
  name: string,
  header: string,
  longest: number,
  synonyms: string[],
  example: string,
  help: string,
): Field => ({
  name,
  header,
  synonyms,
  example,
  help,
  read: (text) => readText(text, longest),
})

export const memberFields: readonly Field[] = [
  {
    ...text(
      'name',
      'Nama kelompok',
      80,
      ['nama', 'anggota', 'nama anggota', 'produsen', 'nama usaha', 'nama produsen'],
      'Kelompok Tani Contoh',
      'Nama yang dilihat pembeli.',
    ),
    required: true,
  },
  {
    ...text(
      'ownerName',
      'Nama pemilik',
      100,
      ['pemilik', 'ketua', 'penanggung jawab', 'nama ketua'],
      'Contoh Pemilik',
      'Nama orang yang bertanggung jawab.',
    ),
  },
  {
    ...text(
      'village',
      'Desa',
      80,
      ['desa/kelurahan', 'kelurahan', 'nama desa'],
      'Tulungrejo',
      'Nama desa atau kelurahan di kota koperasi.',
    ),
    required: true,
  },
  {
    ...text(
      'nik',
      'NIK',
      30,
      ['no ktp', 'nomor ktp', 'ktp', 'no nik'],
      '',
      '16 angka. Di Excel, jadikan kolom ini Teks agar angkanya utuh. Disimpan tersegel.',
    ),
    secret: true,
    read: digits(readNik),
  },
  {
    ...text('nib', 'NIB', 30, ['nomor induk berusaha', 'no nib'], '', '13 angka, bila ada.'),
    read: digits(readNib),
  },
  {
    ...text('npwp', 'NPWP', 30, ['no npwp', 'nomor npwp'], '', '15 atau 16 angka. Disimpan tersegel.'),
    secret: true,
    read: digits(readNpwp),
  },
  { ...text('isPkp', 'PKP', 10, ['pengusaha kena pajak'], 'tidak', 'ya atau tidak.'), read: readYes },
  text('bank', 'Bank', 60, ['nama bank'], '', 'Nama bank, bila ada rekening.'),
  {
    ...text('account', 'Nomor rekening', 30, ['rekening', 'no rekening', 'norek'], '', 'Disimpan tersegel.'),
    secret: true,
    read: digits(readAccount),
  },
  text(
    'accountHolder',
    'Atas nama',
    100,
    ['pemilik rekening', 'nama rekening', 'a/n', 'an'],
    '',
    'Nama pada rekening.',
  ),
  {
    ...text(
      'statementOn',
      'Pernyataan omzet',
      30,
      ['pernyataan omzet tanggal', 'tanggal pernyataan'],
      '',
      'Tanggal anggota menyatakan omzet paling banyak Rp500 juta setahun.',
    ),
    read: readDay,
  },
  text('story', 'Cerita', 2000, ['tentang', 'profil', 'keterangan'], '', 'Boleh kosong.'),
  {
    ...text(
      'consent',
      'Persetujuan',
      20,
      ['persetujuan data', 'izin data', 'setuju'],
      'tertulis',
      'Anggota baru: tertulis atau lisan, sesudah anggota setuju datanya disimpan.',
    ),
    read: (text) => readChoice(text, consentWays),
  },
]
