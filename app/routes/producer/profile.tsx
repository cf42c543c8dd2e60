import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { describeProducer } from '#app/domain/producers/describe-producer.server.ts'
import { requireOwn } from '#app/domain/producers/own-queries.server.ts'
import { describeProducerForm } from '#app/domain/producers/rules.ts'
import { listCategories } from '#app/domain/proposals/queries.server.ts'
import { requireProducer } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage, submit } from '#app/platform/form.server.ts'
import { Field, FormProblem } from '#app/ui/field.tsx'
import { CategoriesField } from '../members/categories-field.tsx'
import { MembershipField } from '../portal.tsx'

export const meta: MetaFunction = () => [{ title: `${t('own.profile')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const producer = await requireProducer(request)
  const [own, categories] = await Promise.all([
    orErrorPage(requireOwn(db, producer, dayOf(new Date()))),
    listCategories(db),
  ])
  const { slug, story, categories: chosen } = own
  const isSaved = new URL(request.url).searchParams.has('tersimpan')
  const made = chosen.map((one) => one.slug)
  return { slug, story, made, categories, isSaved, membershipId: producer.membershipId }
}

export async function action({ request }: ActionFunctionArgs) {
  const producer = await requireProducer(request)
  const form = await request.formData()
  form.set('producerId', producer.producerId)
  return submit(form, producer, describeProducerForm, async (typed) => {
    await describeProducer(db, producer, typed, new Date())
    return redirect(`${paths.producer.profile}?tersimpan`)
  })
}

export default function ProducerProfile() {
  const { slug, story, made, categories, isSaved, membershipId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const form = answeredForm(result, 'profil')
  return (
    <main className="page narrow">
      <header>
        <div>
          <h1>{t('own.profile')}</h1>
          <p className="ways">
            <Link className="link" to={paths.producer.profilePhotos}>
              {t('member.photos')}
            </Link>
            <Link className="link" to={paths.producer.profileClosures}>
              {t('closure.title')}
            </Link>
            <Link className="link" to={paths.producerProfile(slug)} reloadDocument>
              {t('member.see_public')}
            </Link>
          </p>
        </div>
      </header>
      {isSaved && !result && (
        <p className="band ok" role="status">
          {t('own.saved')}
        </p>
      )}
      <Form method="post" className="stacked">
        <FormProblem errors={form.errors} />
        <MembershipField membershipId={membershipId} />
        <Field label={t('member.story')} help={t('member.story_help')} field={form.field('story', story)}>
          {(control) => <textarea {...control} rows={6} maxLength={2000} />}
        </Field>
        <CategoriesField categories={categories} chosen={made} result={result} />
        <button className="button main" type="submit">
          {t('own.save')}
        </button>
      </Form>
    </main>
  )
}
