import { Prisma } from '#app/generated/prisma/client.ts'
import type { Sort } from './engine.ts'

const { join, sql } = Prisma

/** What a page is ordered by. */
export type Row = { id: string; price: bigint; popularity: number; publishedAt: Date; rank: number }

/** How a page is ordered, how its last row is written down, and where the page after it starts. */
export type Order = { by: Prisma.Sql; write(row: Row): string; read(after: string): Prisma.Sql | null }

const byPrice = (direction: Prisma.Sql, comparison: Prisma.Sql): Order => ({
  by: sql`price ${direction}, product_id ${direction}`,
  write: ({ price }) => String(price),
  read: (after) => {
    const [, price, id] = /^(\d{1,12})~(\w{1,60})$/.exec(after) ?? []
    return price && id ? sql`(price, product_id) ${comparison} (${BigInt(price)}, ${id})` : null
  },
})

export const orders: Record<Sort, Order> = {
  fitting: {
    // Of what fits alike, as in Meilisearch: what is asked for more, then what is newer.
    by: sql`rank desc, popularity desc, published_at desc, product_id desc`,
    write: ({ rank, popularity, publishedAt }) => `${rank}~${popularity}~${publishedAt.getTime()}`,
    read: (after) => {
      const [, rank, popularity, time, id] =
        /^(\d(?:\.\d{1,12})?(?:e-\d\d?)?)~(\d{1,9})~(\d{1,13})~(\w{1,60})$/.exec(after) ?? []
      if (!rank || !popularity || !time || !id) return null
      const last = [
        sql`${Number(rank)}::float4`,
        sql`${Number(popularity)}::int`,
        sql`${new Date(Number(time))}`,
      ]
      return sql`(rank, popularity, published_at, product_id) < (${join([...last, sql`${id}`])})`
    },
  },
  newest: {
    by: sql`published_at desc, product_id desc`,
    write: ({ publishedAt }) => String(publishedAt.getTime()),
    read: (after) => {
      const [, time, id] = /^(\d{1,13})~(\w{1,60})$/.exec(after) ?? []
      return time && id ? sql`(published_at, product_id) < (${new Date(Number(time))}, ${id})` : null
    },
  },
  popular: {
    by: sql`popularity desc, product_id desc`,
    write: ({ popularity }) => String(popularity),
    read: (after) => {
      const [, popularity, id] = /^(\d{1,9})~(\w{1,60})$/.exec(after) ?? []
      return popularity && id ? sql`(popularity, product_id) < (${Number(popularity)}::int, ${id})` : null
    },
  },
  cheapest: byPrice(sql`asc`, sql`>`),
  dearest: byPrice(sql`desc`, sql`<`),
}
