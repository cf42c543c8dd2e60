import type { layouts } from './layouts.ts'

type Fixture = [store: string, position: number]

/** What a cooperative answers where it is not yes to everything. */
export type SeedAnswer =
  | 'waits'
  | { answer: 'decline'; product: string; reason: string }
  | { answer: 'counter'; product: string; fewer: number; later: number; reason: string }

export type SeedOrder = {
  chain: string
  placedDaysAgo: number
  /** From the day of seeding on. */
  startsInDays: number
  days: number
  stands: { layout: keyof typeof layouts; on: Fixture[] }[]
  answers: Record<string, SeedAnswer>
}

/** Orders past, running and waiting, in the order in which they were placed. */
export const orders: SeedOrder[] = [
  {
    chain: 'swalayan-panderman',
    placedDaysAgo: 34,
    startsInDays: -28,
    days: 90,
    stands: [
      {
        layout: 'crisps',
        on: [
          ['panderman-batu-kota', 1],
          ['panderman-temas', 1],
          ['panderman-junrejo', 1],
          ['panderman-dau', 1],
          ['panderman-dinoyo', 1],
        ],
      },
    ],
    answers: {},
  },
  {
    chain: 'swalayan-panderman',
    placedDaysAgo: 22,
    startsInDays: -18,
    days: 90,
    stands: [
      {
        layout: 'frozen',
        on: [
          ['panderman-batu-kota', 4],
          ['panderman-temas', 4],
          ['panderman-junrejo', 4],
          ['panderman-dinoyo', 4],
        ],
      },
    ],
    answers: {},
  },
  {
    chain: 'pasar-oleh-oleh-arjuno',
    placedDaysAgo: 20,
    startsInDays: -14,
    days: 75,
    stands: [
      {
        layout: 'souvenirs',
        on: [
          ['arjuno-alun-alun', 1],
          ['arjuno-oro-oro-ombo', 1],
          ['arjuno-beji', 1],
        ],
      },
      {
        layout: 'gifts',
        on: [
          ['arjuno-alun-alun', 2],
          ['arjuno-oro-oro-ombo', 2],
        ],
      },
    ],
    answers: {
      'kdmp-giripurno': {
        answer: 'decline',
        product: 'Keripik Nangka 100 g',
        reason: 'Nangka baru panen bulan depan. Pesanan Panderman kami dahulukan.',
      },
    },
  },
  {
    chain: 'toko-songgoriti',
    placedDaysAgo: 12,
    startsInDays: -7,
    days: 60,
    stands: [
      {
        layout: 'everyday',
        on: [
          ['songgoriti-sisir', 1],
          ['songgoriti-ngaglik', 1],
          ['songgoriti-sidomulyo', 1],
          ['songgoriti-punten', 1],
        ],
      },
    ],
    answers: {},
  },
  {
    chain: 'swalayan-panderman',
    placedDaysAgo: 3,
    startsInDays: -2,
    days: 30,
    stands: [
      {
        layout: 'chilled',
        on: [
          ['panderman-batu-kota', 3],
          ['panderman-temas', 3],
          ['panderman-junrejo', 3],
          ['panderman-dau', 2],
          ['panderman-dinoyo', 3],
        ],
      },
      { layout: 'flowers', on: [['panderman-junrejo', 2]] },
    ],
    answers: {},
  },
  {
    chain: 'toko-songgoriti',
    placedDaysAgo: 3,
    startsInDays: -1,
    days: 28,
    stands: [
      {
        layout: 'dairy',
        on: [
          ['songgoriti-sisir', 2],
          ['songgoriti-ngaglik', 2],
          ['songgoriti-punten', 3],
        ],
      },
      { layout: 'fresh', on: [['songgoriti-punten', 2]] },
    ],
    answers: {},
  },
  {
    chain: 'swalayan-panderman',
    placedDaysAgo: 2,
    startsInDays: 7,
    days: 90,
    stands: [
      {
        layout: 'drinks',
        on: [
          ['panderman-batu-kota', 2],
          ['panderman-dinoyo', 2],
        ],
      },
    ],
    answers: {},
  },
  {
    chain: 'swalayan-panderman',
    placedDaysAgo: 1,
    startsInDays: 6,
    days: 60,
    stands: [{ layout: 'corner', on: [['panderman-temas', 2]] }],
    answers: {
      'kdmp-tulungrejo': 'waits',
      'kdmp-bulukerto': {
        answer: 'counter',
        product: 'Kopi Drip Bag Arjuno isi 5',
        fewer: 1,
        later: 5,
        reason: 'Kotaknya baru selesai dicetak minggu depan. Sisanya bisa bulan berikutnya.',
      },
    },
  },
]
