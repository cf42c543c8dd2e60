import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCooperative } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import peopleUrl from '#app/styles/people.css?url'
import { PeoplePage } from '../people/people-page.tsx'
import { loadPeople, takePeople } from '../people/take.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: peopleUrl }]
export const meta: MetaFunction = () => [{ title: `${t('people.title')} | ${t('app.name')}` }]

export const loader = async ({ request }: LoaderFunctionArgs) => loadPeople(await requireCooperative(request))

export const action = async ({ request }: ActionFunctionArgs) =>
  takePeople(await requireCooperative(request), request, paths.cooperative.people)

export default function CooperativePeople() {
  return <PeoplePage people={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
