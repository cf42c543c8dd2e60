import { createHash } from 'node:crypto'
import { addPiece } from '#app/domain/photo-uploads/add-piece.server.ts'
import { beginUpload } from '#app/domain/photo-uploads/begin-upload.server.ts'
import { cancelUpload } from '#app/domain/photo-uploads/cancel-upload.server.ts'
import { finishUpload } from '#app/domain/photo-uploads/finish-upload.server.ts'
import { requireUpload } from '#app/domain/photo-uploads/queries.server.ts'
import { beginUploadForm } from '#app/domain/photo-uploads/rules.ts'
import { cutPhoto } from '#app/domain/photos/cut-photo.server.ts'
import { getCut } from '#app/domain/photos/queries.server.ts'
import { cutForm } from '#app/domain/photos/rules.ts'
import type { Proposer } from '#app/domain/proposals/approvers.server.ts'
import { t } from '#app/messages/say.ts'
import { db } from '#app/platform/db.server.ts'
import { parseForm } from '#app/platform/form.ts'
import { orProblem } from './answer.server.ts'

const problem = (text: string, status: number) => Response.json({ problem: text }, { status })
const stands = (received: number, status: number) =>
  new Response(null, { status, headers: { 'Upload-Offset': String(received) } })

/** Begins a photo that comes in pieces; answers how much of it is there already. */
export async function beginPieces(proposer: Proposer, form: FormData): Promise<Response> {
  if (form.get('membershipId') !== proposer.membershipId) return problem(t('form.other_membership'), 409)
  const typed = parseForm(form, beginUploadForm)
  if (typed.status !== 'success') return problem(t('form.invalid'), 422)
  return orProblem(
    beginUpload(db, proposer, typed.value, new Date()).then(({ received }) => stands(received, 201)),
  )
}

/** How much of a photo is there. */
export async function tellOffset(proposer: Proposer, id: string): Promise<Response> {
  return orProblem(requireUpload(db, proposer, id).then(({ received }) => stands(received, 200)))
}

/** The next piece of a photo, or that it is not wanted any more. The last piece is answered with the photo. */
export async function takePiece(proposer: Proposer, request: Request, uploadId: string): Promise<Response> {
  if (request.method === 'DELETE')
    return orProblem(cancelUpload(db, proposer, { uploadId }).then(() => new Response(null, { status: 204 })))
  if (request.method !== 'PATCH') return problem(t('form.invalid'), 405)
  const offset = Number(request.headers.get('Upload-Offset') ?? Number.NaN)
  // Read whatever it is, so that the connection goes on: no body is larger than a photo.
  const bytes = Buffer.from(await request.arrayBuffer())
  if (!Number.isInteger(offset) || offset < 0) return problem(t('form.invalid'), 422)
  const digest = createHash('sha256').update(bytes).digest('base64')
  // What was changed on the way is not taken; the same piece is asked for again.
  if (request.headers.get('Upload-Checksum') !== `sha256 ${digest}`) return problem(t('form.invalid'), 460)
  return orProblem(pieceTaken(proposer, { uploadId, offset, bytes }))
}

async function pieceTaken(proposer: Proposer, piece: { uploadId: string; offset: number; bytes: Buffer }) {
  const { uploadId, offset, bytes } = piece
  const { size, received } = await requireUpload(db, proposer, uploadId)
  // Everything is there and only the answer was lost: an empty piece at the end asks for it again.
  const isAsked = bytes.length === 0 && offset === size && received === size
  const now = isAsked ? { received, isTaken: true } : await addPiece(db, proposer, piece)
  if (!now.isTaken) return stands(now.received, 409)
  if (now.received < size) return stands(now.received, 204)
  return Response.json(await finishUpload(db, proposer, { uploadId }))
}

/** What cutting a photo begins with. */
export async function tellCut(proposer: Proposer, request: Request): Promise<Response> {
  const id = new URL(request.url).searchParams.get('foto') ?? ''
  const cut = await getCut(db, proposer, id)
  return cut ? Response.json(cut) : problem(t('error.not_found'), 404)
}

/** Cuts a square out of a photo. */
export async function takeCut(proposer: Proposer, form: FormData): Promise<Response> {
  if (form.get('membershipId') !== proposer.membershipId) return problem(t('form.other_membership'), 409)
  const typed = parseForm(form, cutForm)
  if (typed.status !== 'success') return problem(t('photo.cut_outside'), 422)
  return orProblem(cutPhoto(db, proposer, typed.value).then((photo) => Response.json(photo)))
}
