import { useEffect, useState } from 'react'
import type { QuietHours } from '#app/domain/settings/dated.ts'
import { say, t } from '#app/messages/say.ts'
import { askToBeTold, endBeingTold, type Standing, standingHere } from './browser-push.ts'

type Props = { publicKey: string; membershipId: string; quiet: QuietHours }

const words = {
  on: 'push.is_on',
  off: 'push.is_off',
  blocked: 'push.blocked',
  none: 'push.not_here',
} as const

/** Turns news on this phone or browser on and off. The browser asks for leave only after a click; without scripts it is not there. */
export function PhoneNews({ publicKey, membershipId, quiet }: Props) {
  const [standing, setStanding] = useState<Standing | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  useEffect(() => {
    standingHere().then(setStanding, () => setStanding('none'))
  }, [])
  if (!standing) return null
  const change = async () => {
    setBusy(true)
    setFailed(false)
    const work = standing === 'on' ? endBeingTold(membershipId) : askToBeTold(publicKey, membershipId)
    await work.then(setStanding, () => setFailed(true))
    setBusy(false)
  }
  return (
    <section className="phone-news" aria-labelledby="ponsel">
      <h2 id="ponsel">{t('push.title')}</h2>
      <p>{say({ key: 'push.why', from: clockAt(quiet.from), until: clockAt(quiet.until) })}</p>
      <p role="status">
        <strong>{t(words[standing])}</strong>
      </p>
      {hasFailed && (
        <p className="band stop" role="alert">
          <strong>{t('push.failed')}</strong>
        </p>
      )}
      {(standing === 'on' || standing === 'off') && (
        <button className="button second" type="button" onClick={change} disabled={isBusy}>
          {t(standing === 'on' ? 'push.end' : 'push.ask')}
        </button>
      )}
    </section>
  )
}

const clockAt = (hour: number): string => `${String(hour).padStart(2, '0')}.00`
