import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { listVillages } from '#app/domain/producers/member-queries.server.ts'
import { registerProducer } from '#app/domain/producers/register-producer.server.ts'
import { consentVersion, registerProducerForm } from '#app/domain/producers/rules.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { db } from '#app/platform/db.server.ts'
import { submit } from '#app/platform/form.server.ts'
import { newId } from '#app/platform/ids.ts'
import { Field, FormProblem } from '#app/ui/field.tsx'
import { ConsentFields } from '../members/consent-fields.tsx'
import { VillageField } from '../members/village-field.tsx'
import { PageHead } from '../page-head.tsx'
import { MembershipField } from '../portal.tsx'

export const meta: MetaFunction = () => [{ title: `${t('members.new')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const villages = await listVillages(db, officer)
  return { villages, producerId: newId('producer'), membershipId: officer.membershipId }
}

export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireCooperative(request)
  const form = await request.formData()
  return submit(form, officer, registerProducerForm, async (typed) => {
    const { id } = await registerProducer(db, officer, typed, new Date())
    const isAlone = form.get('intent') === 'save'
    return redirect(isAlone ? paths.cooperative.member(id) : paths.cooperative.newProductFor(id))
  })
}

export default function NewMember() {
  const { villages, producerId, membershipId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const form = answeredForm(result, 'anggota')
  return (
    <main className="page narrow">
      <PageHead
        back={{ to: paths.cooperative.members, text: t('members.title') }}
        title={t('members.new')}
        note={t('member.new_intro')}
      />
      <Form method="post" className="stacked" autoComplete="off">
        <FormProblem errors={form.errors} />
        <MembershipField membershipId={membershipId} />
        <input type="hidden" name="producerId" value={form.field('producerId', producerId).initialValue} />
        <Field
          label={t('member.name')}
          help={t('member.name_help')}
          field={form.field('name')}
          autoComplete="off"
          maxLength={80}
          required
        />
        <Field
          label={t('member.owner')}
          help={t('member.owner_help')}
          field={form.field('ownerName')}
          autoComplete="off"
          autoCapitalize="words"
          maxLength={100}
          required
        />
        <VillageField field={form.field('villageCode', villages[0]?.code)} villages={villages} />
        <input type="hidden" name="consentVersion" value={consentVersion} />
        <ConsentFields consent={form.field('consent')} way={form.field('consentWay')} />
        <div className="send">
          <button className="button main" type="submit" name="intent" value="product">
            {t('member.save_then_product')}
          </button>
          <button className="button second" type="submit" name="intent" value="save">
            {t('member.save_only')}
          </button>
        </div>
      </Form>
    </main>
  )
}
