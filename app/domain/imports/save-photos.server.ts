import {
  keepProposalPhotos,
  listProductPhotos,
  listProposalPhotos,
} from '#app/domain/photos/keep-photos.server.ts'
import { maxPhotoBytes } from '#app/domain/photos/rules.ts'
import { storePhoto } from '#app/domain/photos/store-photo.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { readFile, removeFile } from './import-file.server.ts'
import { keepOutcomes } from './import-rows.server.ts'
import { isComplete } from './is-complete.ts'
import type { ImportRun } from './open-import.server.ts'
import { openZip, type Packed } from './open-zip.server.ts'
import { type Planned, same, wrong } from './plan.ts'
import type { ProposalWrite } from './plan-products.server.ts'
import { knownById } from './product-context.server.ts'
import { photoBounds } from './read-photos.server.ts'
import { writeProposals } from './write-proposals.server.ts'

/** The most photos that a product shows. */
const most = 8

type Row = { number: number; path: string; position: number }

/** Stores the photos that were matched, product by product, and proposes them. One that is there already changes nothing. */
export async function savePhotos(db: Db, run: ImportRun, at: Date): Promise<void> {
  const bytes = await readFile(run.id, 'photos')
  if (!bytes) return
  const packed = await openZip(bytes, photoBounds)
  const rows = await db.importRow.findMany({
    where: { importId: run.id, savedAt: null, verdict: { not: 'wrong' } },
    orderBy: { number: 'asc' },
    select: { number: true, cells: true, content: true },
  })
  const owners = new Map<string, Row[]>()
  for (const { number, cells, content } of rows) {
    const { owner, position } = content as { owner: string; position: number }
    owners.set(owner, [...(owners.get(owner) ?? []), { number, path: cells[0] ?? '', position }])
  }
  for (const [owner, own] of owners) {
    const outcomes = await saveOf(
      db,
      run,
      { owner, rows: own.toSorted((a, b) => a.position - b.position), packed },
      at,
    )
    await db.import.update({ where: { id: run.id }, data: { done: { increment: outcomes } } })
  }
  await removeFile(run.id)
}

type Work = { owner: string; rows: Row[]; packed: Packed }

async function saveOf(
  db: Db,
  { id, officer }: ImportRun,
  { owner, rows, packed }: Work,
  at: Date,
): Promise<number> {
  const bad: Planned[] = []
  const stored: { id: string; number: number }[] = []
  for (const { number, path } of rows) {
    try {
      const photo = await storePhoto(db, officer, await bytesOf(packed, path))
      stored.push({ id: photo.id, number })
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind === 'unavailable') throw error
      bad.push(wrong(number, 'file', error.said))
    }
  }
  await inTransaction(db, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`import:${officer.cooperativeId}`}))`
    const good = await proposePhotos(tx, officer, { owner, stored }, at)
    await keepOutcomes(
      tx,
      id,
      [...bad, ...good].map((row) => ({ ...row, isSaved: true })),
      at,
    )
  })
  return rows.length
}

async function bytesOf(packed: Packed, path: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of packed.read(path) ?? []) {
    size += chunk.length
    if (size <= maxPhotoBytes + 1) chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

type Given = { owner: string; stored: { id: string; number: number }[] }

async function proposePhotos(tx: Db, officer: ImportRun['officer'], { owner, stored }: Given, at: Date) {
  if (stored.length === 0) return []
  const known = await knownById(tx, officer.cooperativeId, owner)
  const all = (row: (number: number) => Planned & { proposalId?: string }) =>
    stored.map(({ number }) => row(number))
  if (!known) return all((number) => wrong(number, 'file', { key: 'import.photo_unmatched' }))
  if (known.open && known.open.proposedBy !== officer.personId)
    return all((number) => wrong(number, 'file', { key: 'import.other_open' }))
  const there = known.open
    ? await listProposalPhotos(tx, known.open.id)
    : await listProductPhotos(tx, known.productId ?? '')
  const fresh = stored.filter(
    ({ id }, i) => !there.some((one) => one.id === id) && stored.findIndex((one) => one.id === id) === i,
  )
  if (fresh.length === 0) return all(same)
  if (there.length + fresh.length > most)
    return all((number) => wrong(number, 'file', { key: 'import.photos_many', most }))
  const photos = [...there, ...fresh.map(({ id }) => ({ id, alt: '' }))]
  const content = { ...known.content, photoId: photos[0]?.id ?? null }
  const write: ProposalWrite = {
    proposalId: known.open?.id ?? known.freshId,
    version: (known.open?.version ?? 0) + 1,
    status: isComplete(content) ? 'submitted' : 'draft',
    before: known.open?.status ?? null,
    productId: known.productId,
    content,
    numbers: [],
  }
  const lost = await writeProposals(tx, officer, [write], at)
  if (lost.size) return all((number) => wrong(number, 'file', { key: 'import.other_open' }))
  await keepProposalPhotos(tx, { id: write.proposalId, cooperativeId: officer.cooperativeId }, photos)
  return all((number) => ({ ...same(number), verdict: 'new', proposalId: write.proposalId }))
}
