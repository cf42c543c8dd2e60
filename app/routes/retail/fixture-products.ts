import type { LoaderFunctionArgs } from '@remix-run/node'
import { readPeriod } from '#app/domain/shelf-plans/period.ts'
import { searchOffered } from '#app/domain/shelf-plans/variant-queries.server.ts'
import { requireFixture } from '#app/domain/stores/fixture-queries.server.ts'
import { requireRetail } from '#app/gates.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'

/** What the tray of a fixture finds for some words, as JSON; rupiah as text, because JSON has no whole numbers that large. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const buyer = await requireRetail(request)
  const { storage } = await orErrorPage(requireFixture(db, buyer, params.id ?? ''))
  const query = new URL(request.url).searchParams
  const today = dayOf(new Date())
  const { period } = readPeriod(query.get('mulai'), query.get('sampai'), today)
  const sought = { words: query.get('cari') ?? '', storage }
  const found = await orErrorPage(searchOffered(db, buyer, sought, { deliverOn: period.startsOn, today }))
  return Response.json(
    found.map((variant) => ({
      ...variant,
      wholesalePrice: String(variant.wholesalePrice),
      retailPrice: String(variant.retailPrice),
      breaks: variant.breaks.map((step) => ({ ...step, price: String(step.price) })),
    })),
  )
}
