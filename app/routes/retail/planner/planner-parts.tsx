import { Link, useLocation } from '@remix-run/react'
import { say, t } from '#app/messages/say.ts'
import { formatClock } from '#app/platform/calendar.ts'
import type { Saving } from './use-plan-saving.ts'

/** On a phone the parts of the page stand below each other. Links of the router: it would undo the scrolling of others. */
export function Tabs() {
  const { search } = useLocation()
  const tabs = [
    ['rak', t('planner.shelf')],
    ['produk', t('planner.product')],
    ['pesanan', t('planner.order_short')],
  ] as const
  return (
    <nav className="tabs" aria-label={t('planner.parts')}>
      {tabs.map(([hash, text]) => (
        <Link key={hash} to={{ search, hash }} replace>
          {text}
        </Link>
      ))}
    </nav>
  )
}

/** How the draft stands to what the server keeps, in words. */
export function SavingStatus({ saving }: { saving: Saving }) {
  switch (saving.is) {
    case 'kept':
      return saving.at ? say({ key: 'planner.saved', at: formatClock(saving.at) }) : t('planner.unsaved')
    case 'saving':
      return t('planner.saving')
    case 'offline':
      return <span className="wait">{t('planner.offline')}</span>
    case 'refused':
      return <span className="stop">{saving.text}</span>
    case 'lost':
      return (
        <span className="stop">
          {saving.text}{' '}
          <button type="button" className="link" onClick={() => location.reload()}>
            {t('planner.reload')}
          </button>
        </span>
      )
  }
}
