import { normalised } from '#app/domain/search/synonyms.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** What else is meant by a word that nobody writes on a pack, or that another place uses; the operator changes it. */
const oneWay: Record<string, string[]> = {
  'oleh-oleh': [
    'keripik',
    'sari',
    'pia',
    'dodol',
    'jenang',
    'manisan',
    'permen',
    'brownies',
    'batik',
    'kerajinan',
  ],
  camilan: ['keripik', 'kerupuk', 'stik', 'pia', 'manisan', 'permen', 'nastar', 'dodol', 'kukis', 'peyek'],
  minuman: ['sari', 'susu', 'yoghurt', 'kopi', 'teh', 'wedang', 'jamu', 'sirup', 'jus'],
  sirup: ['sari'],
  jus: ['sari'],
  herbal: ['jamu', 'wedang'],
  lauk: ['abon', 'tempe', 'tahu', 'ikan', 'rendang', 'dendeng'],
  suvenir: ['kerajinan', 'gantungan kunci', 'batik'],
  'buah tangan': ['oleh-oleh', 'keripik', 'pia', 'dodol', 'manisan'],
  kosmetik: ['perawatan tubuh', 'sabun', 'lulur', 'losion'],
  skincare: ['perawatan tubuh', 'sabun', 'lulur', 'losion'],
  seafood: ['hasil laut', 'ikan', 'udang', 'cumi', 'kepiting'],
  telo: ['ubi', 'singkong'],
  ketela: ['singkong', 'ubi'],
  lombok: ['cabai'],
  peuyeum: ['tape'],
  jam: ['selai'],
  pia: ['bakpia'],
  bakpia: ['pia'],
  benih: ['bibit'],
  bolu: ['kue'],
  kukis: ['kue kering', 'nastar'],
  'kue kering': ['kukis', 'nastar'],
}
const bothWays: [string, string][] = [
  ['apel malang', 'apel batu'],
  ['susu sapi', 'susu segar'],
  ['susu segar', 'susu pasteurisasi'],
  ['susu sapi', 'susu pasteurisasi'],
  ['susu murni', 'susu segar'],
  ['dodol', 'jenang'],
  ['gula merah', 'gula aren'],
  ['gula merah', 'gula jawa'],
  ['gula aren', 'gula semut'],
  ['vco', 'minyak kelapa'],
  ['gerabah', 'keramik'],
  ['makanan beku', 'frozen food'],
  ['suvenir', 'cendera mata'],
  ['ikan asin', 'ikan kering'],
  ['makanan laut', 'hasil laut'],
]

/** The synonyms that come with the program. One that the operator removed is not brought back. */
export async function writeSynonyms(tx: Db): Promise<void> {
  const pairs = [
    ...Object.entries(oneWay).flatMap(([phrase, others]) =>
      others.map((also) => ({ phrase, also, isMutual: false })),
    ),
    ...bothWays.map(([phrase, also]) => ({ phrase, also, isMutual: true })),
  ]
  await tx.searchSynonym.createMany({
    data: pairs
      .filter(({ phrase, also }) => normalised(phrase) !== normalised(also))
      .map((pair) => ({
        ...pair,
        id: `syn_0${`${pair.phrase}0${pair.also}`.replace(/[^a-z]/g, '0')}`.slice(0, 44),
        addedAt: new Date('2026-11-24T00:00:00Z'),
      })),
    skipDuplicates: true,
  })
}
