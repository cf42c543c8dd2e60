import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireOperator } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import peopleUrl from '#app/styles/people.css?url'
import { PeoplePage } from '../people/people-page.tsx'
import { loadPeople, takePeople } from '../people/take.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: peopleUrl }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.organisationName ?? t('organisations.title')} | ${t('app.name')}` },
]

export const loader = async ({ request, params }: LoaderFunctionArgs) =>
  loadPeople(await requireOperator(request), { organisationId: params.id ?? '' })

export async function action({ request, params }: ActionFunctionArgs) {
  const id = params.id ?? ''
  const operator = await requireOperator(request)
  return takePeople(operator, request, paths.operator.organisation(id), { organisationId: id })
}

export default function OrganisationPeople() {
  const back = { to: paths.operator.organisations, text: t('organisations.title') }
  return (
    <PeoplePage people={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} back={back} />
  )
}
