import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { tableKinds } from '#app/domain/imports/columns.ts'
import { templateOf } from '#app/domain/imports/write-template.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { tableAnswer } from './table-file.server.ts'

const names = { products: 'produk', prices: 'harga', stock: 'stok', members: 'anggota' } as const

export async function loader({ request }: LoaderFunctionArgs) {
  await requireCooperative(request)
  const kind = tableKinds.find((one) => one === new URL(request.url).searchParams.get('data'))
  if (!kind) throw data(t('error.not_found'), { status: 404 })
  const { rows, sheets } = templateOf(kind)
  return tableAnswer(request, `contoh-${names[kind]}`, rows, sheets)
}
