import { readNib } from '#app/domain/identifiers/nib.ts'
import { readNik } from '#app/domain/identifiers/nik.ts'
import { readNpwp } from '#app/domain/identifiers/npwp.ts'
import { accountField } from '#app/domain/producers/rules.ts'
import type { Field } from './columns.ts'
import { text } from './field-kinds.ts'
import { readChoice, readDay, readYes } from './values.ts'

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

export const memberFields: readonly Field[] = [
  {
    ...text('name', 'Nama kelompok', 80, {
      synonyms: ['nama', 'anggota', 'nama anggota', 'produsen', 'nama usaha', 'nama produsen'],
      example: 'Kelompok Tani Contoh',
      help: 'Nama yang dilihat pembeli.',
    }),
    required: true,
  },
  {
    ...text('ownerName', 'Nama pemilik', 100, {
      synonyms: ['pemilik', 'ketua', 'penanggung jawab', 'nama ketua'],
      example: 'Contoh Pemilik',
      help: 'Nama orang yang bertanggung jawab.',
    }),
  },
  {
    ...text('village', 'Desa', 80, {
      synonyms: ['desa/kelurahan', 'kelurahan', 'nama desa'],
      example: 'Tulungrejo',
      help: 'Nama desa atau kelurahan di kota koperasi.',
    }),
    required: true,
  },
  {
    ...text('nik', 'NIK', 30, {
      synonyms: ['no ktp', 'nomor ktp', 'ktp', 'no nik'],
      example: '',
      help: '16 angka. Di Excel, jadikan kolom ini Teks agar angkanya utuh. Disimpan tersegel.',
    }),
    secret: true,
    read: digits(readNik),
  },
  {
    ...text('nib', 'NIB', 30, {
      synonyms: ['nomor induk berusaha', 'no nib'],
      example: '',
      help: '13 angka, bila ada.',
    }),
    read: digits(readNib),
  },
  {
    ...text('npwp', 'NPWP', 30, {
      synonyms: ['no npwp', 'nomor npwp'],
      example: '',
      help: '15 atau 16 angka. Disimpan tersegel.',
    }),
    secret: true,
    read: digits(readNpwp),
  },
  {
    ...text('isPkp', 'PKP', 10, {
      synonyms: ['pengusaha kena pajak'],
      example: 'tidak',
      help: 'ya atau tidak.',
    }),
    read: readYes,
  },
  text('bank', 'Bank', 60, { synonyms: ['nama bank'], example: '', help: 'Nama bank, bila ada rekening.' }),
  {
    ...text('account', 'Nomor rekening', 30, {
      synonyms: ['rekening', 'no rekening', 'norek'],
      example: '',
      help: 'Disimpan tersegel.',
    }),
    secret: true,
    read: digits(readAccount),
  },
  text('accountHolder', 'Atas nama', 100, {
    synonyms: ['pemilik rekening', 'nama rekening', 'a/n', 'an'],
    example: '',
    help: 'Nama pada rekening.',
  }),
  {
    ...text('statementOn', 'Pernyataan omzet', 30, {
      synonyms: ['pernyataan omzet tanggal', 'tanggal pernyataan'],
      example: '',
      help: 'Tanggal anggota menyatakan omzet paling banyak Rp500 juta setahun.',
    }),
    read: readDay,
  },
  text('story', 'Cerita', 2000, {
    synonyms: ['tentang', 'profil', 'keterangan'],
    example: '',
    help: 'Boleh kosong.',
  }),
  {
    ...text('consent', 'Persetujuan', 20, {
      synonyms: ['persetujuan data', 'izin data', 'setuju'],
      example: 'tertulis',
      help: 'Anggota baru: tertulis atau lisan, sesudah anggota setuju datanya disimpan.',
    }),
    read: (text) => readChoice(text, consentWays),
  },
]
