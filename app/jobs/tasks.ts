import { parseCronItems, type TaskList } from 'graphile-worker'
import { z } from 'zod'
import { forgetOldQueries } from '#app/domain/demand/forget-old-queries.server.ts'
import { indexNames } from '#app/domain/names/index-names.server.ts'
import { makePhotoSizes } from '#app/domain/photos/make-photo-sizes.server.ts'
import { indexProducts } from '#app/domain/search/index-products.server.ts'
import { rebuildIndex } from '#app/domain/search/rebuild-index.server.ts'
import { db } from '#app/platform/db.server.ts'
import { record } from '#app/platform/outbox.server.ts'

const productsEvent = z.object({ productIds: z.array(z.string()) })
const photoEvent = z.object({ photoId: z.string() })

/** Which event leads to which capability. */
export const tasks: TaskList = {
  'product.changed': async (payload) => {
    await indexProducts(db, productsEvent.parse(payload).productIds, new Date())
    await record(db, 'name.changed', {}, { mergeBy: 'all', canWait: true })
  },
  // Somebody or something is called otherwise, came, went, or has more or fewer products.
  'name.changed': async () => {
    await indexNames(db, new Date())
  },
  'photo.stored': async (payload) => {
    await makePhotoSizes(db, photoEvent.parse(payload), new Date())
  },
  // Periods and certificates end without anybody changing a row.
  'day.began': async () => {
    await rebuildIndex(db, new Date())
    await indexNames(db, new Date())
    await forgetOldQueries(db, new Date())
  },
}

/** What happens by the clock, in UTC: 17.05 is five past midnight in western Indonesia. */
export const schedule = parseCronItems([{ task: 'day.began', match: '5 17 * * *', identifier: 'day.began' }])
