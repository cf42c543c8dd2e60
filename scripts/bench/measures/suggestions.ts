// What the search box asks while somebody types, with 10,000 products: every beginning of these words, looked up for
// each request and from memory.
import { build } from '../../machine/prepare.ts'
import { begin, end } from '../../machine/processes.ts'
import { load, type Measured } from '../load.ts'
import { withMarket } from '../market.ts'

const site = '.data/test/build'
const words = [
  'keripik apel',
  'kripk nangka',
  'sari apel',
  'kopi arabika',
  'susu segar',
  'strobery',
  'madu hutan',
  'sambal bawang',
  'teh bunga',
  'tulungrejo',
  'sumberbrantas',
  'kelompok tani',
  'panderman',
  'bakpia keju',
]
const paths = words.flatMap((word) =>
  Array.from({ length: word.length - 1 }, (_, i) => `/saran?q=${encodeURIComponent(word.slice(0, i + 2))}`),
)

await build(site)
await withMarket(async () => {
  const results: Record<string, Measured> = {}
  for (const [how, env] of [
    ['looked up', { PAGE_MEMORY: 'off' }],
    ['from memory', {}],
  ] as const) {
    const server = await begin('web server', 'app/server/index.ts', { ...env, BUILD_DIR: site, PORT: '0' })
    for (const connections of [1, 16]) {
      await load({ origin: server.ready, paths, connections, seconds: 2 }) // warm
      results[`${how}, ${connections} at once`] = await load({
        origin: server.ready,
        paths,
        connections,
        seconds: 10,
      })
    }
    await end(server.child)
  }
  console.table(results)
  console.log(JSON.stringify({ bench: 'suggestions', products: 10_000, paths: paths.length, results }))
})
