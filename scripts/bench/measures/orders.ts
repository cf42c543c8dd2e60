// Orders of twenty lines, as a buyer's action places them: alone, and sixteen buyers at once.
import { summary } from '../load.ts'
import { withMarket } from '../market.ts'

const lines = 20
const sizes = [
  { name: 'alone', buyers: 1, orders: 300, choice: 10_000 },
  { name: '16 at once', buyers: 16, orders: 1_600, choice: 10_000 },
  // Everybody wants the same forty products: every order waits for others.
  { name: '16 at once, same 40 products', buyers: 16, orders: 800, choice: 40 },
]

await withMarket(async () => {
  const { placeOrder, shelvesFor } = await import('../orders.ts')
  const shop = await shelvesFor(lines)
  const results: Record<string, ReturnType<typeof summary>> = {}
  for (let i = 0; i < 100; i++) await placeOrder(shop, 10_000) // warm
  for (const { name, buyers, orders, choice } of sizes) {
    const took: number[] = []
    let left = orders
    const began = performance.now()
    const one = async () => {
      while (left-- > 0) {
        const asked = performance.now()
        await placeOrder(shop, choice)
        took.push(performance.now() - asked)
      }
    }
    await Promise.all(Array.from({ length: buyers }, one))
    results[name] = summary(took, performance.now() - began)
  }
  const { closeDatabase } = await import('#app/platform/db.server.ts')
  await closeDatabase()
  console.table(results)
  console.log(JSON.stringify({ bench: 'orders', lines, products: 10_000, results }))
})
