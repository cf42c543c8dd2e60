import type { LoaderFunctionArgs } from '@remix-run/node'
import { openPaper } from '#app/domain/onboarding/open-paper.server.ts'
import { requireOperator } from '#app/gates.server.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'

/** A paper of an application. It runs nothing, is kept nowhere, and asks to be saved when it is no picture. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const operator = await requireOperator(request)
  const asked = { applicationId: params.id ?? '', documentId: params.document ?? '' }
  const { type, bytes } = await orErrorPage(openPaper(db, operator, asked, new Date()))
  const isPicture = type === 'image/jpeg'
  const name = isPicture ? 'berkas.jpg' : 'berkas.pdf'
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': `${isPicture ? 'inline' : 'attachment'}; filename="${name}"`,
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; img-src 'self'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  })
}
