import type { Field } from './columns.ts'
import { barcodeField, ownCodeField } from './fields-products.ts'
import { readChoice, readDay, readText, readWhole } from './values.ts'

export const stockKinds = {
  count: ['hitung', 'hitungan', 'opname', 'stok', 'count'],
  receipt: ['terima', 'masuk', 'penerimaan', 'receive'],
} as const

export const stockFields: readonly Field[] = [
  ownCodeField,
  barcodeField,
  {
    name: 'productName',
    header: 'Nama produk',
    synonyms: ['nama', 'produk', 'nama barang', 'barang'],
    example: 'Keripik Apel',
    help: 'Untuk dibaca saja; barang dicari lewat kodenya.',
    read: (text) => readText(text, 200),
  },
  {
    name: 'how',
    header: 'Jenis',
    synonyms: ['cara', 'jenis catatan', 'tipe'],
    example: 'hitung',
    help: 'hitung: jumlah yang ada sekarang di batch itu. terima: barang masuk dari anggota. Kosong berarti hitung.',
    read: (text) => readChoice(text, stockKinds),
  },
  {
    name: 'pieces',
    header: 'Jumlah',
    synonyms: ['qty', 'banyak', 'jumlah pcs', 'stok', 'kuantitas', 'jumlah stok'],
    required: true,
    example: '120',
    help: 'Dalam satuan (bungkus, botol), bukan karton.',
    read: (text) => readWhole(text, 0, 1_000_000, ['pieces']),
  },
  {
    name: 'bestBefore',
    header: 'Kedaluwarsa',
    synonyms: [
      'kadaluarsa',
      'kadaluwarsa',
      'exp',
      'expired',
      'baik sebelum',
      'tanggal kedaluwarsa',
      'tgl exp',
      'best before',
      'ed',
    ],
    required: true,
    example: '24/05/2027',
    help: 'Tanggal baik sebelum, misalnya 24/05/2027 atau 24 Mei 2027.',
    read: readDay,
  },
  {
    name: 'receivedOn',
    header: 'Diterima',
    synonyms: ['tanggal terima', 'tgl terima', 'tanggal masuk', 'tgl masuk', 'diterima tanggal'],
    example: '24/11/2026',
    help: 'Tanggal barang masuk. Wajib untuk terima, supaya berkas yang sama tidak tercatat dua kali.',
    read: readDay,
  },
]
