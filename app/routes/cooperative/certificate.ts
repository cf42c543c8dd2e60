import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireHolderOf } from '#app/domain/certificates/queries.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { paths } from '#app/paths.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'

/** Where a notice about a paper leads: to all papers of what it is of. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const holder = await orErrorPage(requireHolderOf(db, officer, params.id ?? ''))
  return redirect(
    'productId' in holder
      ? paths.cooperative.productPapers(holder.productId)
      : paths.cooperative.memberPapers(holder.producerId),
  )
}
