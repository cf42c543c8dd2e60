import { Readable } from 'node:stream'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireFile } from '#app/domain/certificates/file-queries.server.ts'
import { requireActor } from '#app/gates.server.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'

/**
 * The file of a paper. Somebody else sent it: it is saved and not opened, its type is not guessed, and should a browser
 * open it all the same, nothing in it runs. An `<img>` of our own pages shows it.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const reader = await requireActor(request)
  const { body, size, type, kind } = await orErrorPage(requireFile(db, reader, params.id ?? ''))
  return new Response(Readable.toWeb(body) as ReadableStream, {
    headers: {
      'content-type': type,
      'content-length': String(size),
      'content-disposition': `attachment; filename="sertifikat-${kind.replace('_', '-')}.${type === 'image/jpeg' ? 'jpg' : 'pdf'}"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    },
  })
}
