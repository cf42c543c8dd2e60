import { allow, type Operator } from '#app/domain/access/actors.ts'
import type { Message } from '#app/messages/say.ts'
import { announceChange, record } from '#app/platform/outbox.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { type AddSynonym, mostPhraseWords, mostSynonyms } from './rules.ts'
import { normalised } from './synonyms.server.ts'

/**
 * Lets who types `phrase` also find what has `also`, and where mutual the other way round, from now on in every engine.
 *
 * The same `id` sent again changes nothing.
 *
 * @throws Refusal `invalid` for a phrase without a telling word, of too many, or that is read as the other already;
 * `conflict` when it is there, also in another spelling, or when there are too many; `not_found` for an id that is taken.
 */
export async function addSynonym(
  db: Db,
  operator: Operator,
  { id, phrase, also, isMutual = false }: Omit<AddSynonym, 'intent'>,
  at: Date,
): Promise<void> {
  allow(operator, 'synonym.change')
  const [from, to] = [readable('phrase', phrase), readable('also', also)]
  if (from === to) throw refusedAt('also', { key: 'synonym.same', words: from })
  await inTransaction(db, async (tx) => {
    const rows = await tx.searchSynonym.findMany({ where: { removedAt: null } })
    if (rows.some((row) => row.id === id)) return
    if (rows.length >= mostSynonyms) throw refusedAt('phrase', { key: 'synonym.full', maximum: mostSynonyms })
    const isThere = rows.some(
      (row) =>
        (normalised(row.phrase) === from && normalised(row.also) === to) ||
        (row.isMutual && normalised(row.phrase) === to && normalised(row.also) === from),
    )
    if (isThere) throw refusedAt('also', { key: 'synonym.there' })
    const row = { id, phrase, also, isMutual, addedAt: at, addedById: operator.membershipId }
    const { count } = await tx.searchSynonym.createMany({ data: row, skipDuplicates: true })
    if (count === 0) {
      // Taken by one that was removed, or somebody added the same at this moment.
      if (await tx.searchSynonym.findUnique({ where: { id }, select: { id: true } })) throw notFound()
      throw refusedAt('also', { key: 'synonym.there' })
    }
    await record(tx, 'search.synonyms_changed', {}, { mergeBy: 'all' })
    await announceChange(tx)
  })
}

function readable(field: string, phrase: string): string {
  const words = normalised(phrase)
  if (words === '') throw refusedAt(field, { key: 'synonym.no_words' })
  if (words.split(' ').length > mostPhraseWords)
    throw refusedAt(field, { key: 'synonym.many_words', maximum: mostPhraseWords })
  return words
}

const refusedAt = (field: string, message: Message): Refusal =>
  new Refusal(
    message.key === 'synonym.there' || message.key === 'synonym.full' ? 'conflict' : 'invalid',
    { key: 'form.check' },
    { [field]: message },
  )
