import { type Filters, noFilters } from '#app/domain/search/engine.ts'

const words = [
  'keripik apel',
  'kripik apel manis',
  'keripik nangka renyah arjuno',
  'kopi arabika',
  'kopi bubuk 200 gr',
  'sari apel 250 ml',
  'sari apel lestari',
  'susu pasteurisasi',
  'susu 1 liter gunungsari',
  'yoghurt strawberry',
  'stroberi segar',
  'madu',
  'madu kebun',
  'sambal pedas',
  'sambel bawang wangi',
  'teh rosella',
  'wortel dewi',
  'apel manalagi tulungrejo',
  'brownies tempe',
  'keripik tempe gurih',
  'oleh2',
  'batik tulis',
  'krpik apl', // from here on nobody wrote it so
  'strobery',
  'kopi arabka',
]

const filters: Filters[] = [
  { ...noFilters, certificates: ['halal'], storages: ['ambient', 'chilled'] },
  { ...noFilters, villages: ['tulungrejo', 'bumiaji', 'gunungsari'], toPrice: 60_000n },
]

/** Fifty different searches, each with two filters, as an engine is asked. */
export const searches = words.flatMap((typed) =>
  filters.map((chosen) => ({
    words: typed,
    filters: chosen,
    sort: 'fitting' as const,
    after: null,
    limit: 24,
  })),
)
