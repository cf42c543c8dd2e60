import { redirect } from '@remix-run/node'
import { addCertificate } from '#app/domain/certificates/add-certificate.server.ts'
import type { Holder } from '#app/domain/certificates/holder.server.ts'
import { addCertificateForm } from '#app/domain/certificates/rules.ts'
import type { Keeper } from '#app/domain/producers/scope.server.ts'
import { db } from '#app/platform/db.server.ts'
import { submit } from '#app/platform/form.server.ts'

/** Takes a paper with its form; then back to `here`, which says that it was sent. */
export async function takePaper(keeper: Keeper, form: FormData, holder: Holder, here: string) {
  const file = form.get('paper')
  form.delete('paper')
  const paper = file instanceof File ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0)
  return submit(form, keeper, addCertificateForm, async (typed) => {
    await addCertificate(db, keeper, { ...typed, holder }, paper, new Date())
    return redirect(`${here}?terkirim=${typed.kind}`)
  })
}
