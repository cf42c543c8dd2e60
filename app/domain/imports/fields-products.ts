import { isInStoreCode, readGtin } from '#app/domain/identifiers/gtin.ts'
import type { MemberTerms, Pack, Processing, Storage } from '#app/generated/prisma/enums.ts'
import type { Field } from './columns.ts'
import { text } from './field-kinds.ts'
import { readChoice, readMoney, readText, readWhole, readYes } from './values.ts'

/** What people say for each pack, way of making, storage and term. The first is what the files we write say. */
export const words = {
  pack: {
    pouch: ['pouch', 'standing pouch', 'kemasan pouch', 'plastik'],
    cup: ['cup', 'gelas'],
    botol: ['botol', 'btl'],
    jar: ['toples', 'jar', 'stoples'],
    box: ['kotak', 'box'],
    dus: ['dus', 'kardus'],
    pack: ['pak', 'pack', 'bungkus'],
    pcs: ['satuan', 'pcs', 'buah', 'biji'],
    ikat: ['ikat'],
  } satisfies Record<Pack, string[]>,
  processing: {
    fresh: ['segar', 'mentah'],
    dried: ['dikeringkan', 'kering'],
    fried: ['digoreng', 'goreng'],
    baked: ['dipanggang', 'panggang', 'oven'],
    roasted: ['disangrai', 'sangrai'],
    cooked: ['dimasak', 'masak', 'rebus', 'kukus'],
    fermented: ['difermentasi', 'fermentasi'],
    powdered: ['dijadikan bubuk', 'bubuk', 'serbuk'],
    pasteurised: ['dipasteurisasi', 'pasteurisasi'],
    sterilised: ['disterilkan', 'sterilisasi', 'uht'],
    frozen: ['dibekukan', 'beku'],
    none: ['bukan pangan', 'tidak ada', 'kerajinan'],
  } satisfies Record<Processing, string[]>,
  storage: {
    ambient: ['suhu ruang', 'ruang', 'biasa', 'kering'],
    chilled: ['dingin', 'kulkas', 'chiller'],
    frozen: ['beku', 'freezer'],
  } satisfies Record<Storage, string[]>,
  memberTerms: {
    bought: ['dibeli', 'beli', 'beli putus', 'putus'],
    titipan: ['titipan', 'titip', 'konsinyasi'],
  } satisfies Record<MemberTerms, string[]>,
}

const code = /^[0-9A-Za-z][0-9A-Za-z ._/-]{0,39}$/
export const ownCodeField: Field = {
  name: 'ownCode',
  header: 'Kode',
  synonyms: ['kode barang', 'kode produk', 'sku', 'kode sku', 'kode koperasi', 'kode varian', 'kode item'],
  example: 'KRP-APEL-100',
  help: 'Kode milik koperasi, satu untuk tiap kemasan. Barang dicari lewat kode ini; bila kosong, lewat barcode.',
  read(text) {
    const found = readText(text, 40)
    return 'problem' in found || code.test(found.value) ? found : { problem: { key: 'own_code.letters' } }
  },
}

const barcodeSynonyms = ['gtin', 'ean', 'kode batang', 'gtin 13', 'barcode gs1', 'barkode', 'kode toko']

/** Where a pack is only looked for. */
export const barcodeField: Field = {
  ...text('barcode', 'Barcode', 30, {
    synonyms: barcodeSynonyms,
    example: '',
    help: 'Barcode GS1 atau kode toko. Hanya dibaca bila kode kosong.',
  }),
  read: (text) => ({ value: text.replace(/[\s-]/g, '') }),
}

const price = (name: string, header: string, synonyms: string[], example: string, help: string): Field => ({
  name,
  header,
  synonyms,
  example,
  help,
  read(text) {
    const found = readMoney(text)
    return 'value' in found ? { value: String(found.value) } : found
  },
})

type Whole = { from: number; to: number; units: string[]; synonyms: string[]; example: string; help: string }
const whole = (name: string, header: string, { from, to, units, ...said }: Whole): Field => ({
  name,
  header,
  ...said,
  read: (text) => readWhole(text, from, to, units),
})

const choice = <T extends string>(
  name: string,
  header: string,
  choices: Record<T, readonly string[]>,
  synonyms: string[],
): Field => {
  const first = (Object.values(choices) as (readonly string[])[]).map((said) => said[0] ?? '')
  return {
    name,
    header,
    synonyms,
    example: first[0] ?? '',
    help: `Salah satu: ${first.join(', ')}.`,
    read: (text) => readChoice(text, choices),
  }
}

const name = text('name', 'Nama produk', 80, {
  synonyms: ['nama', 'produk', 'nama barang', 'barang'],
  example: 'Keripik Apel',
  help: 'Kemasan dengan nama dan produsen yang sama menjadi satu produk.',
})

const prices: Field[] = [
  price(
    'retailPrice',
    'Harga eceran',
    ['harga', 'harga jual', 'harga konsumen', 'harga toko', 'het', 'harga rak'],
    'Rp18.000',
    'Harga per satuan di rak toko, rupiah.',
  ),
  price(
    'wholesalePrice',
    'Harga ke ritel',
    ['harga grosir', 'harga ritel', 'harga toko modern', 'harga jual ke toko'],
    '13500',
    'Harga per satuan untuk ritel, sebelum PPN.',
  ),
  price(
    'memberPrice',
    'Harga anggota',
    ['harga beli', 'harga dari anggota', 'harga pokok', 'modal', 'hpp'],
    '12.000',
    'Yang dibayar kepada anggota per satuan.',
  ),
]

export const priceFields: readonly Field[] = [
  ownCodeField,
  barcodeField,
  { ...name, help: 'Untuk dibaca saja; barang dicari lewat kodenya.' },
  ...prices,
]

const mm = (example: string, synonyms: string[]): Whole => ({
  from: 1,
  to: 5000,
  units: ['mm'],
  synonyms,
  example,
  help: 'Ukuran kemasan dalam mm. Boleh ditulis 16 cm.',
})

export const productFields: readonly Field[] = [
  ownCodeField,
  { ...name, required: true },
  {
    ...text('producer', 'Produsen', 80, {
      synonyms: ['anggota', 'nama produsen', 'nama anggota', 'kelompok'],
      example: 'Kelompok Tani Contoh',
      help: 'Nama anggota seperti di daftar anggota.',
    }),
    required: true,
  },
  text('category', 'Kategori', 80, {
    synonyms: ['jenis', 'kelompok barang', 'golongan'],
    example: 'Keripik buah',
    help: 'Nama kategori seperti di formulir produk.',
  }),
  choice('processing', 'Pengolahan', words.processing, ['proses', 'cara olah']),
  text('brand', 'Merek', 60, { synonyms: ['merk', 'brand'], example: '', help: 'Boleh kosong.' }),
  text('story', 'Cerita', 2000, {
    synonyms: ['deskripsi', 'keterangan', 'uraian'],
    example: '',
    help: 'Boleh kosong.',
  }),
  choice('pack', 'Bentuk kemasan', words.pack, ['kemasan', 'bentuk']),
  text('netContent', 'Isi bersih', 30, {
    synonyms: ['isi', 'netto', 'berat bersih', 'ukuran', 'volume'],
    example: '100 g',
    help: 'Seperti tertulis di kemasan.',
  }),
  {
    ...text('gtin', 'Barcode', 30, {
      synonyms: barcodeSynonyms,
      example: '',
      help: '13 angka dari GS1, bila ada. Kosong: kode dibuatkan.',
    }),
    read(text) {
      if (/\d[eE]\+?\d/.test(text)) return { problem: { key: 'import.digits_lost' } }
      // What the system made is shown by an export: it names the pack and is not proposed.
      return isInStoreCode(text) ? { value: text } : readGtin(text)
    },
  },
  whole('widthMm', 'Lebar (mm)', mm('160', ['lebar', 'lebar mm'])),
  whole('heightMm', 'Tinggi (mm)', mm('230', ['tinggi', 'tinggi mm'])),
  whole('depthMm', 'Tebal (mm)', mm('60', ['tebal', 'dalam', 'panjang', 'tebal mm', 'dalam mm'])),
  whole('weightG', 'Berat kotor (g)', {
    from: 1,
    to: 1_000_000,
    units: ['g'],
    synonyms: ['berat', 'berat kotor', 'berat g', 'bobot'],
    example: '120',
    help: 'Berat dengan kemasannya, dalam gram. Boleh ditulis 1 kg.',
  }),
  {
    ...text('stackable', 'Bisa ditumpuk', 10, {
      synonyms: ['tumpuk', 'ditumpuk'],
      example: 'tidak',
      help: 'ya atau tidak.',
    }),
    read: readYes,
  },
  choice('storage', 'Penyimpanan', words.storage, ['simpan', 'suhu', 'suhu simpan']),
  whole('shelfLifeDays', 'Umur simpan (hari)', {
    from: 1,
    to: 36_500,
    units: ['day'],
    synonyms: ['umur simpan', 'masa simpan', 'daya tahan'],
    example: '270',
    help: 'Sejak dibuat. Boleh ditulis 9 bulan.',
  }),
  whole('unitsPerCarton', 'Isi karton', {
    from: 1,
    to: 10_000,
    units: ['pieces'],
    synonyms: ['isi per karton', 'isi dus', 'pcs per karton', 'isi per dus'],
    example: '24',
    help: 'Berapa satuan dalam satu karton.',
  }),
  whole('minCartons', 'Pesanan terkecil (karton)', {
    from: 1,
    to: 999,
    units: ['cartons'],
    synonyms: ['min karton', 'minimal karton', 'moq', 'pesanan terkecil'],
    example: '1',
    help: 'Dalam karton.',
  }),
  whole('firstOrderCartons', 'Pesanan pertama (karton)', {
    from: 1,
    to: 999,
    units: ['cartons'],
    synonyms: ['pesanan pertama'],
    example: '',
    help: 'Paling sedikit pada pesanan pertama. Boleh kosong.',
  }),
  whole('leadTimeDays', 'Lama menyiapkan (hari)', {
    from: 0,
    to: 365,
    units: ['day'],
    synonyms: ['lead time', 'lama menyiapkan', 'waktu siap'],
    example: '2',
    help: 'Dari pesanan sampai siap dikirim.',
  }),
  whole('weeklyCapacityPieces', 'Kapasitas per minggu', {
    from: 1,
    to: 1_000_000,
    units: ['pieces'],
    synonyms: ['kapasitas', 'kapasitas mingguan'],
    example: '',
    help: 'Berapa satuan yang bisa dibuat seminggu. Boleh kosong.',
  }),
  ...prices,
  choice('memberTerms', 'Cara bayar anggota', words.memberTerms, ['beli atau titip', 'sistem', 'cara bayar']),
]
