import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireProducer } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import newsUrl from '#app/styles/news.css?url'
import { actOnInbox, loadInbox } from '../notices/inbox.server.ts'
import { InboxPage } from '../notices/inbox.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: newsUrl }]
export const meta: MetaFunction = () => [{ title: `${t('news.title')} | ${t('app.name')}` }]

export const loader = async ({ request }: LoaderFunctionArgs) =>
  loadInbox(request, await requireProducer(request))

export const action = async ({ request }: ActionFunctionArgs) =>
  actOnInbox(request, await requireProducer(request))

export default function NewsPage() {
  const problems = useActionData<typeof action>()?.error?.['']
  return <InboxPage inbox={useLoaderData<typeof loader>()} problems={problems} />
}
