// Public pages with 10,000 products: rendered for each request, from memory, and a bare server sending the same bytes.
import { build } from '../../machine/prepare.ts'
import { begin, end } from '../../machine/processes.ts'
import { load, type Measured } from '../load.ts'
import { withMarket } from '../market.ts'
import { weigh } from '../weight.ts'

const site = '.data/test/build'
const seconds = 5
const words = [
  'keripik apel',
  'kripik',
  'kopi arabika',
  'strawberry',
  'sari apel',
  'madu',
  'susu 1 liter',
  'sambal',
]

await build(site)
await withMarket(async () => {
  const pages = {
    '/katalog': ['/katalog'],
    '/katalog?q=': words.map((q) => `/katalog?q=${encodeURIComponent(q)}`),
    '/produk/…': ['/produk/keripik-apel-manalagi-100-g', '/produk/sari-apel-botol-250-ml'],
  }
  const results: Record<string, Measured & { ofBare: number }> = {}
  const servers = {
    rendered: await server({ PAGE_MEMORY: 'off' }),
    memory: await server({}),
  }
  const bare = await begin('bare server', 'scripts/bench/bare-server.ts', {
    BARE_ORIGIN: servers.memory.ready,
    BARE_PATHS: Object.values(pages).flat().join(' '),
  })
  for (const [name, paths] of Object.entries(pages))
    for (const connections of [1, 16]) {
      const most = await measure(bare.ready, paths, connections)
      for (const [how, { ready }] of Object.entries(servers)) {
        const measured = await measure(ready, paths, connections)
        const ofBare = Number((measured.perSecond / most.perSecond).toFixed(3))
        results[`${name} ${how}, ${connections} at once`] = { ...measured, ofBare }
      }
      results[`${name} bare, ${connections} at once`] = { ...most, ofBare: 1 }
    }
  const weight = await weigh(`${servers.memory.ready}/produk/keripik-apel-manalagi-100-g`)
  await Promise.all([servers.rendered, servers.memory, bare].map(({ child }) => end(child)))
  console.table(results)
  console.table({ 'product page, bytes sent': weight })
  console.log(JSON.stringify({ bench: 'pages', products: 10_000, results, weight }))
})

function server(env: Record<string, string>) {
  return begin('web server', 'app/server/index.ts', { ...env, BUILD_DIR: site, PORT: '0' })
}

async function measure(origin: string, paths: string[], connections: number): Promise<Measured> {
  await load({ origin, paths, connections, seconds: 1 }) // warm
  return load({ origin, paths, connections, seconds })
}
