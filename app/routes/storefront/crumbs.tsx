import { t } from '#app/messages/say.ts'

/** The way here, from the general to this page. */
export function Crumbs({ steps, here }: { steps: { to: string; name: string }[]; here: string }) {
  return (
    <nav className="crumbs" aria-label={t('shop.where')}>
      <ol>
        {steps.map(({ to, name }) => (
          <li key={to}>
            <a href={to}>{name}</a>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  )
}
