import { createHash } from 'node:crypto'
import { newId } from '#app/platform/ids.ts'
import type { Meili } from '#app/platform/meilisearch.server.ts'
import { announceChange } from '#app/platform/outbox.server.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { feedIndex } from './feed-index.server.ts'
import { markEverything, registerIndex } from './feed-marks.server.ts'
import { meiliEngine } from './meili-engine.server.ts'
import { changeSynonyms, createIndex, deleteIndex } from './meili-index.server.ts'
import { settingsVersion } from './settings.ts'
import { listSynonyms, type Synonyms } from './synonyms.server.ts'

/** Web servers remember for a minute which index is live; until long after that the one before it answers them. */
const retiredMs = 10 * 60_000

/**
 * Looks after the indexes in Meilisearch: begins a new one where none is as settings.ts says or the engine has lost it,
 * tells every index what is pending, lets the new one answer when it has been told everything, and takes old ones away.
 *
 * May be done at any time, by several at once, and stopped anywhere; what is not done yet is done the next time.
 *
 * @throws MeiliError when Meilisearch does not do its part. Then nothing is lost.
 */
export async function feedSearch(db: Db, meili: Meili, at: Date, version = settingsVersion): Promise<void> {
  await retireLost(db, meili, at)
  await retireOldFilling(db, version, at)
  await beginNew(db, version, at)
  const synonyms = await listSynonyms(db)
  for (const { uid } of await listFed(db)) {
    const isOtherwise = await prepareIndex(db, meili, uid, synonyms)
    const sent = await feedIndex(db, uid, meiliEngine(meili, uid))
    // Whoever changed something said so when the index did not have it yet, and pages were made without it.
    if (isOtherwise || sent > 0) await announceChange(db)
  }
  await goLive(db, at)
  await removeRetired(db, meili, at)
}

const listFed = (db: Db) =>
  db.searchIndex.findMany({ where: { state: { in: ['filling', 'live'] } }, orderBy: { state: 'desc' } })

/** An index that answered and is gone, with a wiped server, has to be filled again, as another one. */
async function retireLost(db: Db, meili: Meili, at: Date): Promise<void> {
  const live = await db.searchIndex.findFirst({ where: { state: 'live' } })
  if (live && !(await meili.hasIndex(live.uid))) await retire(db, live.uid, at)
}

async function retireOldFilling(db: Db, version: string, at: Date): Promise<void> {
  const filling = await db.searchIndex.findFirst({ where: { state: 'filling' } })
  if (filling && filling.settingsVersion !== version) await retire(db, filling.uid, at)
}

async function beginNew(db: Db, version: string, at: Date): Promise<void> {
  const current = await db.searchIndex.findFirst({
    where: { state: { in: ['filling', 'live'] }, settingsVersion: version },
  })
  if (!current) await inTransaction(db, (tx) => registerIndex(tx, newId('searchIndex'), version, at))
}

/** Makes the index if it is not there, and takes over what operators say about words; tells whether it had to. */
async function prepareIndex(db: Db, meili: Meili, uid: string, synonyms: Synonyms): Promise<boolean> {
  const index = await db.searchIndex.findUnique({ where: { uid } })
  if (!index) return false
  const hash = createHash('sha256').update(JSON.stringify(synonyms)).digest('hex')
  const isThere = await meili.hasIndex(uid)
  if (isThere && index.synonymsHash === hash) return false
  if (isThere && index.synonymsHash !== null) await changeSynonyms(meili, uid, synonyms)
  else {
    await createIndex(meili, uid, synonyms)
    // What it was told before the engine lost it.
    if (index.synonymsHash !== null) await inTransaction(db, (tx) => markEverything(tx, uid))
  }
  await db.searchIndex.updateMany({ where: { uid }, data: { synonymsHash: hash } })
  return true
}

/** From here on the new index answers: both rows change at once, or none. */
async function goLive(db: Db, at: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    const [filled] = await tx.$queryRaw<{ uid: string }[]>`
      select uid from search_indexes i where state = 'filling' and synonyms_hash is not null
        and not exists (select from search_feed f where f.index_uid = i.uid) for update`
    if (!filled) return
    await tx.searchIndex.updateMany({ where: { state: 'live' }, data: { state: 'retired', changedAt: at } })
    await tx.searchIndex.update({ where: { uid: filled.uid }, data: { state: 'live', changedAt: at } })
    await announceChange(tx)
  })
}

async function retire(db: Db, uid: string, at: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.searchIndex.update({ where: { uid }, data: { state: 'retired', changedAt: at } })
    await tx.searchFeed.deleteMany({ where: { indexUid: uid } })
    await announceChange(tx)
  })
}

async function removeRetired(db: Db, meili: Meili, at: Date): Promise<void> {
  const retired = await db.searchIndex.findMany({
    where: { state: 'retired', changedAt: { lt: new Date(at.getTime() - retiredMs) } },
  })
  for (const { uid } of retired) {
    await deleteIndex(meili, uid)
    await db.searchIndex.deleteMany({ where: { uid } })
  }
}
