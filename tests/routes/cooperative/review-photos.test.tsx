// An approval covers exactly what is shown: every photo, its place, its words, and what is taken away.
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { CooperativeMember } from '#app/domain/access/actors.ts'
import { listProductPhotos } from '#app/domain/photos/keep-photos.server.ts'
import { approveProposal } from '#app/domain/proposals/approve-proposal.server.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { action, loader } from '#app/routes/cooperative/review.tsx'
import { ProposalPhotos } from '#app/routes/proposal-photos.tsx'
import { get, post } from '#tests/support/ask.ts'
import { anOfficer, aPhoto } from '#tests/support/make.ts'
import { aColleagueOf, later, submit, typedBy } from '#tests/support/proposals.ts'

const asShown = async (reader: CooperativeMember, id: string) => {
  const { proposal } = await loader(await get('/x', reader, { id }))
  const { photos, publishedPhotos, published, content } = proposal
  const html = renderToStaticMarkup(
    <ProposalPhotos
      name={content.name}
      photos={photos}
      published={published && { name: published.name, photos: publishedPhotos }}
    />,
  )
  const text = html.replace(/<(?!\/?(s|strong)>)[^>]+>/g, ' ').replace(/\s+/g, ' ')
  return { html, text, proposal }
}

async function aPublished() {
  const officer = await anOfficer()
  const colleague = await aColleagueOf(officer, 'manager')
  const [front, back, side] = [
    await aPhoto(officer.cooperativeId),
    await aPhoto(officer.cooperativeId),
    await aPhoto(officer.cooperativeId),
  ]
  const photos = [
    { id: front.id, alt: 'Depan kemasan' },
    { id: back.id, alt: '' },
  ]
  const typed = await typedBy(officer, { photoId: front.id, photos })
  const { id, version } = await submit(officer, typed)
  return { officer, colleague, front, back, side, typed, id, version }
}

test('a new product shows all its photos in order with what is read of each', async () => {
  const { colleague, front, back, typed, id } = await aPublished()
  const { html, text } = await asShown(colleague, id)
  expect(html.indexOf(front.hash)).toBeLessThan(html.indexOf(back.hash))
  expect(text).toContain('Foto (2)')
  expect(text).toMatch(/Foto 1, utama.*Depan kemasan.*Foto 2.*Keripik/)
  expect(html).toContain('alt="Depan kemasan"')
  expect(html).toContain(`alt="${typed.name}, foto 2"`)
  expect(text).not.toContain('Baru')
})

test('a change shows what is new, moved, told otherwise and removed, and that is what is published', async () => {
  const { officer, colleague, front, back, side, typed, id, version } = await aPublished()
  await approveProposal(db, colleague, { proposalId: id, version }, later(1))
  const { productId } = await db.productProposal.findUniqueOrThrow({ where: { id } })
  if (!productId) throw new Error('not published')
  const photos = [
    { id: back.id, alt: 'Belakang, dengan komposisi' },
    { id: side.id, alt: '' },
  ]
  const change = {
    ...typed,
    ...{ proposalId: newId('proposal'), version: 0, productId, photoId: back.id, photos },
  }
  const saved = await submit(officer, change, later(2))

  const { html, text, proposal } = await asShown(colleague, saved.id)
  expect(text).toMatch(/Foto 1, utama.*Tadinya foto 2.*foto 2<\/s>.*<strong>Belakang, dengan komposisi/)
  expect(text).toMatch(/Foto 2.*Baru/)
  expect(text).toMatch(/Foto yang dihapus \(1\).*<s>Foto 1, utama<\/s>.*Depan kemasan/)
  expect(html).toContain(front.hash)

  const shown = proposal.photos.map(({ id: photoId, alt }) => [photoId, alt])
  await action(
    await post('/x', colleague, { intent: 'approve', version: String(proposal.version) }, { id: saved.id }),
  )
  const published = await listProductPhotos(db, productId)
  expect(published.map(({ id: photoId, alt }) => [photoId, alt])).toEqual(shown)
})

test('photos that changed after the page was drawn are not approved with it', async () => {
  const { officer, colleague, back, front, typed, id, version } = await aPublished()
  const { proposal } = await asShown(colleague, id)
  const photos = [
    { id: front.id, alt: 'Lain' },
    { id: back.id, alt: '' },
  ]
  await submit(officer, { ...typed, version, photos }, later(1))
  const answer = await action(
    await post('/x', colleague, { intent: 'approve', version: String(proposal.version) }, { id }),
  )
  expect(answer).toMatchObject({ init: { status: 409 } })
  expect((await asShown(colleague, id)).text).toContain('Lain')
})
