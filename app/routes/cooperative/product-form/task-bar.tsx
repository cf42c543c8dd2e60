import { Link } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { say, t } from '#app/messages/say.ts'
import { formatClock, formatInstant } from '#app/platform/calendar.ts'
import { Icon } from '#app/ui/icon.tsx'
import type { useProductForm } from './use-product-form.ts'

type TaskBarProps = { title: string; back: string; savedAt: Date | null; keptAt: number | null }

/** The way back, what the task is, and what is kept. */
export function TaskBar({ title, back, savedAt, keptAt }: TaskBarProps) {
  return (
    <header className="task-bar">
      <Link to={back} aria-label={t('product.back')}>
        <Icon name="back" />
      </Link>
      <h1>{title}</h1>
      <p role="status">
        {keptAt
          ? say({ key: 'product.kept', time: formatClock(new Date(keptAt)) })
          : savedAt && say({ key: 'product.saved', at: formatInstant(savedAt) })}
      </p>
    </header>
  )
}

type BandsProps = {
  isHeld: boolean
  reason: string | null
  living: Pick<ReturnType<typeof useProductForm>, 'found' | 'takeFound' | 'dropFound'>
}

/** What the person should know before going on: no signal, something older on this phone, what was asked. */
export function Bands({ isHeld, reason, living }: BandsProps) {
  const isOnline = useOnline()
  return (
    <>
      {(!isOnline || isHeld) && (
        <p className="task-band wait" role="status">
          <strong>{t('product.offline')}</strong>{' '}
          {t(isHeld ? 'product.offline_held' : 'product.offline_go_on')}
        </p>
      )}
      {living.found && (
        <p className="task-band info" role="status">
          <strong>{t('product.found')}</strong>{' '}
          {say({ key: 'product.found_at', at: formatInstant(new Date(living.found.at)) })}{' '}
          <button className="link" type="button" onClick={living.takeFound}>
            {t('product.found_take')}
          </button>{' '}
          <button className="link" type="button" onClick={living.dropFound}>
            {t('product.found_drop')}
          </button>
        </p>
      )}
      {reason && (
        <p className="task-band wait">
          <strong>{t('product.asked')}</strong> {reason}
        </p>
      )}
    </>
  )
}

/** The form was sent while photos of it are still on their way. */
export function PhotosAwaited({ count }: { count: number }) {
  return (
    <p className="task-band wait" role="status">
      {say({ key: 'photo.waiting_for', count })}
    </p>
  )
}

function useOnline(): boolean {
  const [isOnline, setOnline] = useState(true)
  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    look()
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])
  return isOnline
}
