import type { Requirement } from '#app/domain/stores/chain-rules.ts'
import type { StoreClass } from '#app/generated/prisma/enums.ts'
import { slugOf } from '#app/platform/slug.ts'
import type { ModelName } from '../fixtures.ts'
import { city } from './places.ts'

type SeedStore = {
  name: string
  address: string
  lat: number
  lon: number
  fixtures: ModelName[]
  isOutside?: boolean
}

type SeedChain = {
  name: string
  shortName: string
  isPkp: boolean
  story: string
  class: StoreClass
  hours: string
  rules: {
    safetyDays: number
    shortLifeDays: number
    dailySalesPerFacing: number
    answerHours: number
    requires: Requirement[]
    leastRemainingLifePercent: number
  }
  stores: SeedStore[]
}

// Invented, and so are the stores; their streets are of the kind that every town has.
const all: SeedChain[] = [
  {
    name: 'PT Panderman Ritel Nusantara',
    shortName: 'Swalayan Panderman',
    isPkp: true,
    story: 'Lima swalayan di Batu dan sekitarnya, dengan rak lokal di dekat pintu masuk.',
    class: 'supermarket',
    hours: '08.00–22.00',
    rules: {
      safetyDays: 3,
      shortLifeDays: 30,
      dailySalesPerFacing: 2,
      answerHours: 48,
      requires: ['licence', 'halal'],
      leastRemainingLifePercent: 60,
    },
    stores: [
      {
        name: 'Panderman Batu Kota',
        address: 'Jl. Diponegoro, Batu',
        lat: -7.87352,
        lon: 112.52791,
        fixtures: ['gondola120', 'gondola120', 'chiller100', 'freezer'],
      },
      {
        name: 'Panderman Temas',
        address: 'Jl. Pattimura, Batu',
        lat: -7.87718,
        lon: 112.53742,
        fixtures: ['gondola120', 'gondolaLow', 'chiller100', 'freezer'],
      },
      {
        name: 'Panderman Junrejo',
        address: 'Jl. Ir. Soekarno, Junrejo',
        lat: -7.90317,
        lon: 112.55468,
        fixtures: ['gondola120', 'flowerTub', 'chiller100', 'freezer'],
      },
      {
        name: 'Panderman Dau',
        address: 'Jl. Raya Sengkaling, Kabupaten Malang',
        lat: -7.91476,
        lon: 112.58729,
        fixtures: ['gondola120', 'chiller100', 'freezer'],
        isOutside: true,
      },
      {
        name: 'Panderman Dinoyo',
        address: 'Jl. M.T. Haryono, Kota Malang',
        lat: -7.94203,
        lon: 112.60904,
        fixtures: ['gondola120', 'gondola120', 'chiller100', 'freezer'],
        isOutside: true,
      },
    ],
  },
  {
    name: 'CV Songgoriti Sejahtera',
    shortName: 'Toko Songgoriti',
    isPkp: false,
    story: 'Empat toko kecil di kampung, buka dari pagi sampai malam.',
    class: 'minimarket',
    hours: '06.00–22.00',
    rules: {
      safetyDays: 2,
      shortLifeDays: 21,
      dailySalesPerFacing: 1,
      answerHours: 24,
      requires: ['licence', 'halal', 'carton'],
      leastRemainingLifePercent: 50,
    },
    stores: [
      {
        name: 'Songgoriti Sisir',
        address: 'Jl. Dewi Sartika, Batu',
        lat: -7.87894,
        lon: 112.52413,
        fixtures: ['gondola100', 'chiller60'],
      },
      {
        name: 'Songgoriti Ngaglik',
        address: 'Jl. Hasanudin, Batu',
        lat: -7.88315,
        lon: 112.51502,
        fixtures: ['gondola100', 'chiller60'],
      },
      {
        name: 'Songgoriti Sidomulyo',
        address: 'Jl. Bukit Berbunga, Batu',
        lat: -7.85732,
        lon: 112.52548,
        fixtures: ['gondola100', 'chiller60'],
      },
      {
        name: 'Songgoriti Punten',
        address: 'Jl. Raya Punten, Bumiaji',
        lat: -7.83006,
        lon: 112.52251,
        fixtures: ['gondola100', 'gondolaLow', 'chiller60'],
      },
    ],
  },
  {
    name: 'UD Arjuno Oleh-oleh',
    shortName: 'Pasar Oleh-oleh Arjuno',
    isPkp: false,
    story: 'Tiga toko oleh-oleh di jalur wisata; paling ramai akhir pekan dan libur sekolah.',
    class: 'souvenir_shop',
    hours: '07.00–21.00',
    rules: {
      safetyDays: 5,
      shortLifeDays: 30,
      dailySalesPerFacing: 3,
      answerHours: 72,
      requires: ['licence'],
      leastRemainingLifePercent: 0,
    },
    stores: [
      {
        name: 'Arjuno Alun-alun',
        address: 'Jl. Munif, Batu',
        lat: -7.87148,
        lon: 112.52634,
        fixtures: ['woodenRack', 'woodenRack', 'gondolaLow', 'chiller60'],
      },
      {
        name: 'Arjuno Oro-oro Ombo',
        address: 'Jl. Raya Oro-oro Ombo, Batu',
        lat: -7.89421,
        lon: 112.52577,
        fixtures: ['woodenRack', 'woodenRack'],
      },
      {
        name: 'Arjuno Beji',
        address: 'Jl. Ir. Soekarno, Beji',
        lat: -7.89613,
        lon: 112.54702,
        fixtures: ['woodenRack', 'gondolaLow', 'chiller60'],
      },
    ],
  },
]

export const chains = all.map((chain) => ({
  ...chain,
  slug: slugOf(chain.shortName),
  stores: chain.stores.map(({ isOutside, ...store }) => ({
    ...store,
    slug: slugOf(store.name),
    class: chain.class,
    hours: chain.hours,
    cityCode: isOutside ? null : city.code,
  })),
}))
