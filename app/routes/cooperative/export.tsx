import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireCooperative } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { PageHead } from '../page-head.tsx'
import { MembershipField } from '../portal.tsx'

export const meta: MetaFunction = () => [{ title: `${t('export.title')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { membershipId } = await requireCooperative(request)
  return { membershipId }
}

export default function Export() {
  const { membershipId } = useLoaderData<typeof loader>()
  return (
    <main className="page narrow">
      <PageHead back={{ to: paths.cooperative.imports, text: t('import.title') }} title={t('export.title')} />
      <p>{t('export.intro')}</p>
      <p className="quiet">{t('export.round_trip')}</p>
      <form method="post" action={paths.cooperative.exportFile}>
        <MembershipField membershipId={membershipId} />
        <button className="button main" type="submit">
          {t('export.download')}
        </button>
      </form>
    </main>
  )
}
