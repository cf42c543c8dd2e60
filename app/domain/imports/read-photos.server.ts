import type { Message } from '#app/messages/say.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { FileProblem } from './file-problem.ts'
import { insertImportRows, type NewRow } from './import-rows.server.ts'
import type { ImportRun } from './open-import.server.ts'
import { openZip } from './open-zip.server.ts'
import { readPhotoName, wholePhotoName } from './photo-names.ts'
import { plain } from './values.ts'

/** Photos hardly pack, so hardly anything may come out that did not go in. */
export const photoBounds = { entries: 500, bytes: 60 * 1024 * 1024, ratio: 20 }

/** Keeps which file of a ZIP is whose photo, by own code or by name. Nothing is unpacked yet. */
export async function readPhotos(db: Db, { id, officer }: ImportRun, bytes: Buffer): Promise<void> {
  const { names } = await openZip(bytes, photoBounds)
  const owners = await listOwners(db, officer.cooperativeId)
  const rows: NewRow[] = []
  for (const path of names) {
    const read = readPhotoName(path)
    if (!read && (path.startsWith('__MACOSX/') || path.split('/').at(-1)?.startsWith('.'))) continue
    const whole = owners.get(wholePhotoName(path))
    const found = whole ?? (read ? owners.get(read.word) : undefined)
    const [owner, ...others] = found ?? []
    const problem: Message | null = !read
      ? { key: 'import.not_a_photo' }
      : !owner
        ? { key: 'import.photo_unmatched' }
        : others.length
          ? { key: 'import.photo_ambiguous' }
          : null
    rows.push({
      number: rows.length + 1,
      batch: 0,
      cells: [path.slice(0, 300), owner?.name ?? ''],
      content: owner && read ? { owner: owner.id, position: whole ? 1 : read.position } : {},
      problems: problem ? { file: problem } : {},
    })
  }
  if (rows.length === 0) throw new FileProblem({ key: 'import.empty' })
  await insertImportRows(db, id, rows)
  await db.import.update({
    where: { id },
    data: { headers: ['Nama berkas', 'Produk'], fields: ['file', 'name'], total: rows.length },
  })
}

type Owner = { id: string; name: string }

/** Published products, and drafts of new ones, under their own codes and names. */
async function listOwners(db: Db, cooperativeId: string): Promise<Map<string, Owner[]>> {
  const rows = await db.$queryRaw<(Owner & { code: string | null })[]>`
    select p.id, p.name, v.own_code as "code" from products p join variants v on v.product_id = p.id
    where p.cooperative_id = ${cooperativeId} and p.status <> 'archived'
    union all
    select u.id, u.name, v.own_code from product_proposals u join product_proposal_variants v on v.proposal_id = u.id
    where u.cooperative_id = ${cooperativeId} and u.product_id is null and u.status in ('draft', 'submitted', 'changes_asked')`
  const owners = new Map<string, Owner[]>()
  for (const { id, name, code } of rows)
    for (const word of new Set([plain(name), plain(code ?? '')])) {
      const known = owners.get(word) ?? []
      if (word && !known.some((one) => one.id === id)) owners.set(word, [...known, { id, name }])
    }
  return owners
}
