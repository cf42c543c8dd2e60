import type { LoaderFunctionArgs } from '@remix-run/node'
import { writeBadRows } from '#app/domain/imports/write-bad-rows.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { slugOf } from '#app/platform/slug.ts'
import { tableAnswer } from './table-file.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const { fileName, rows } = await orErrorPage(writeBadRows(db, officer, params.id ?? ''))
  return tableAnswer(request, `salah-${slugOf(fileName.replace(/\.\w+$/, '')) || 'baris'}`, rows)
}
