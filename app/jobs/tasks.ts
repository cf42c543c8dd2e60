import { parseCronItems, type TaskList } from 'graphile-worker'
import { z } from 'zod'
import { remindOfExpiry } from '#app/domain/certificates/remind-expiry.server.ts'
import { removePaperFile } from '#app/domain/certificates/remove-paper-file.server.ts'
import { forgetOldQueries } from '#app/domain/demand/forget-old-queries.server.ts'
import { approveImported } from '#app/domain/imports/approve-imported.server.ts'
import { readImport } from '#app/domain/imports/read-import.server.ts'
import { saveImport } from '#app/domain/imports/save-import.server.ts'
import { indexNames } from '#app/domain/names/index-names.server.ts'
import { forgetDrafts } from '#app/domain/onboarding/forget-drafts.server.ts'
import { resealApplications } from '#app/domain/onboarding/reseal-applications.server.ts'
import { forgetUploads } from '#app/domain/photo-uploads/forget-uploads.server.ts'
import { makePhotoSizes } from '#app/domain/photos/make-photo-sizes.server.ts'
import { removePhotoFiles } from '#app/domain/photos/remove-photo-files.server.ts'
import { sweepPhotos } from '#app/domain/photos/sweep-photos.server.ts'
import { resealSecrets } from '#app/domain/producers/reseal-secrets.server.ts'
import { checkDrift } from '#app/domain/search/check-drift.server.ts'
import { removeUnusedSets } from '#app/domain/search/facet-sets.server.ts'
import { feedSearch } from '#app/domain/search/feed-search.server.ts'
import { indexProducts } from '#app/domain/search/index-products.server.ts'
import { db } from '#app/platform/db.server.ts'
import { MeiliError, meiliConfig, meilisearch } from '#app/platform/meilisearch.server.ts'
import { record } from '#app/platform/outbox.server.ts'
import { doEach } from './do-each.ts'
import { noticeTasks } from './notice-tasks.ts'

const productsEvent = z.object({ productIds: z.array(z.string()) })
const importEvent = z.object({ importId: z.string() })
const photoEvent = z.object({ photoId: z.string() })
const paperEvent = z.object({ key: z.string().startsWith('private/certificates/') })
const forgottenEvent = z.object({ hashes: z.array(z.string().regex(/^[0-9a-f]{32}$/)) })

/** Which event leads to which capability. */
export const tasks: TaskList = {
  ...noticeTasks,
  'product.changed': async (payload) => {
    await indexProducts(db, productsEvent.parse(payload).productIds, new Date())
    await record(db, 'name.changed', {}, { mergeBy: 'all', canWait: true })
  },
  // Somebody or something is called otherwise, came, went, or has more or fewer products.
  'name.changed': async () => {
    await indexNames(db, new Date())
  },
  'import.uploaded': async (payload) => {
    await readImport(db, importEvent.parse(payload), new Date())
  },
  'import.confirmed': async (payload) => {
    await saveImport(db, importEvent.parse(payload), new Date())
  },
  'import.approved': async (payload) => {
    await approveImported(db, importEvent.parse(payload), new Date())
  },
  'photo.stored': async (payload) => {
    await makePhotoSizes(db, photoEvent.parse(payload), new Date())
  },
  'photo.forgotten': async (payload) => {
    for (const hash of forgottenEvent.parse(payload).hashes) await removePhotoFiles(db, { hash })
  },
  'paper.forgotten': async (payload) => {
    await removePaperFile(db, paperEvent.parse(payload))
  },
  'search.marked': feed,
  'search.synonyms_changed': feed,
  'search.doubted': async () => {
    await checkDrift(db, openMeilisearch(), new Date()).catch(leaveForLater)
  },
  // Periods and certificates end without anybody changing a row.
  'day.began': () =>
    doEach([
      () => checkDrift(db, null, new Date()),
      () => removeUnusedSets(db),
      () => indexNames(db, new Date()),
      () => forgetOldQueries(db, new Date()),
      () => remindOfExpiry(db, new Date()),
      () => resealSecrets(db),
      () => resealApplications(db),
      () => forgetDrafts(db, new Date()),
      () => forgetUploads(db, new Date()),
      () => sweepPhotos(db, new Date()),
    ]),
}

async function feed(): Promise<void> {
  const meili = openMeilisearch()
  if (meili) await feedSearch(db, meili, new Date()).catch(leaveForLater)
}

const openMeilisearch = () => {
  const config = meiliConfig(15_000)
  return config && meilisearch(config)
}

/** The engine is away. What is pending stays so, and the next minute is another try. */
function leaveForLater(error: unknown): void {
  if (!(error instanceof MeiliError)) throw error
  console.warn(`worker: search is fed later: ${error.message}`)
}

/** What happens by the clock, in UTC: 17.05 is five past midnight in western Indonesia. */
export const schedule = parseCronItems([
  { task: 'day.began', match: '5 17 * * *', identifier: 'day.began' },
  {
    task: 'search.marked',
    match: '* * * * *',
    identifier: 'search.marked',
    options: { jobKey: 'search.marked:all', jobKeyMode: 'replace' },
  },
  { task: 'search.doubted', match: '25 * * * *', identifier: 'search.doubted' },
  { task: 'answers.awaited', match: '*/15 * * * *', identifier: 'answers.awaited' },
])
