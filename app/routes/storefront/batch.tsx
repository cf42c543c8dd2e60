import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readScanned } from '#app/domain/labels/batch-queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { BatchFacts, NoBatch } from './batch-parts.tsx'
import { publicPage } from './public.server.ts'

// A page that is not there is asked for again each time: it may come back.
export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders

const statusOf = { batch: 200, unknown_lot: 404, unknown: 404, gone: 410 }

/** What the code on a label leads to: the batch, the product where no batch is named, or a friendly no. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const code = new URL(request.url).searchParams.get('lot')
  const scanned = await readScanned(db, params.gtin ?? '', code)
  if (scanned.is === 'product') throw redirect(paths.product(scanned.product.slug))
  return data(
    { scanned, today: dayOf(new Date()) },
    { status: statusOf[scanned.is], headers: scanned.is === 'batch' ? publicPage : {} },
  )
}

// Search engines have the product's page; a batch is for whoever holds the pack.
export const meta: MetaFunction<typeof loader> = ({ data: found }) => {
  const scanned = found?.scanned
  const title =
    scanned?.is === 'batch'
      ? say({ key: 'batch.title', name: scanned.batch.product.name, lot: scanned.batch.code })
      : t(scanned?.is === 'gone' ? 'batch.gone_title' : 'batch.unknown_title')
  return [{ title: say({ key: 'shop.title', title }) }, { name: 'robots', content: 'noindex' }]
}

export default function BatchPage() {
  const { scanned, today } = useLoaderData<typeof loader>()
  if (scanned.is === 'batch') return <BatchFacts batch={scanned.batch} today={today} />
  return <NoBatch why={scanned.is} product={'product' in scanned ? scanned.product : null} />
}
