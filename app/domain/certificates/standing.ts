// How a paper stands on a day, in words, and what its people do next. Runs in the browser too.
import type { CertificateStatus } from '#app/generated/prisma/enums.ts'
import type { Message } from '#app/messages/say.ts'
import { type Day, dayOf, daysBetween, formatDay } from '#app/platform/calendar.ts'

export type Paper = {
  status: CertificateStatus
  expiresOn: Day | null
  hasFile: boolean
  isSample: boolean
  decidedAt: Date | null
  reason: string
}

/** `tone` chooses colour and icon, which are never alone. */
export type Standing = { tone: 'ok' | 'wait' | 'stop' | 'info'; is: Message; next: Message | null }

/** The most urgent thing about a paper: that it was rejected, is over, ends soon, or waits. */
export function standingOf(paper: Paper, today: Day, soonDays: number): Standing {
  const { status, expiresOn, hasFile, decidedAt, reason } = paper
  if (status === 'rejected')
    return {
      tone: 'stop',
      is: { key: 'certificate.is.rejected' },
      next: { key: 'certificate.next.rejected', reason: sentence(reason) },
    }
  const days = expiresOn ? daysBetween(today, expiresOn) : null
  if (expiresOn && days !== null && days <= 0)
    return {
      tone: 'stop',
      is: { key: 'certificate.is.over', day: formatDay(expiresOn) },
      next: { key: 'certificate.next.over' },
    }
  if (expiresOn && days !== null && days <= soonDays)
    return {
      tone: 'wait',
      is: { key: 'certificate.is.ending', day: formatDay(expiresOn), days },
      next: { key: 'certificate.next.ending' },
    }
  if (status === 'verified')
    return {
      tone: 'ok',
      is: { key: 'certificate.is.verified', day: decidedAt ? formatDay(dayOf(decidedAt)) : '' },
      next: null,
    }
  return hasFile
    ? { tone: 'info', is: { key: 'certificate.is.waiting' }, next: { key: 'certificate.next.waiting' } }
    : { tone: 'wait', is: { key: 'certificate.is.bare' }, next: { key: 'certificate.next.bare' } }
}

/** What somebody typed as a reason, ended like a sentence. */
export const sentence = (text: string): string =>
  /[.?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`
