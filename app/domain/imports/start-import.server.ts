import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import type { ImportKind } from '#app/generated/prisma/enums.ts'
import { record } from '#app/platform/outbox.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepFile } from './import-file.server.ts'
import { limits } from './limits.ts'
import { permissionOf } from './permissions.ts'

type File = { importId: string; kind: ImportKind; fileName: string; bytes: Buffer }

/**
 * Takes a file in and asks the worker to read it. Nothing of the cooperative is changed until somebody confirms.
 *
 * The same `importId` sent again changes nothing.
 *
 * @throws Refusal `invalid` for a file that is empty or too large; `not_found` for an id of another cooperative.
 */
export async function startImport(
  db: Db,
  officer: CooperativeMember,
  { importId: id, kind, fileName, bytes }: File,
  at: Date,
): Promise<{ id: string }> {
  allow(officer, permissionOf[kind])
  const refuse = (message: Refusal['said']) => new Refusal('invalid', message, { file: message })
  if (bytes.length === 0) throw refuse({ key: 'import.file_missing' })
  if (bytes.length > limits.fileBytes) throw refuse({ key: 'import.too_large' })
  const { cooperativeId, membershipId: startedBy } = officer
  const found = await db.import.findUnique({ where: { id }, select: { cooperativeId: true } })
  if (found && found.cooperativeId !== cooperativeId) throw notFound()
  if (found) return { id }
  await keepFile(id, kind, bytes)
  return inTransaction(db, async (tx) => {
    const name = fileName.replace(/[\p{C}]/gu, '').slice(-120) || 'berkas'
    const { count } = await tx.import.createMany({
      data: { id, cooperativeId, kind, fileName: name, startedBy, createdAt: at },
      skipDuplicates: true,
    })
    if (count) await record(tx, 'import.uploaded', { importId: id }, { mergeBy: id })
    return { id }
  })
}
