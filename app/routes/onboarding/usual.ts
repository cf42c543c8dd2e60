import type { UsualWait } from '#app/domain/onboarding/waiting-queries.server.ts'
import { say, t } from '#app/messages/say.ts'

/** `biasanya 1 hari kerja`, or nothing before there was one. */
export function usualText(usual: UsualWait): string {
  if (!usual) return ''
  return usual.workingDays === 0 ? t('usual.same_day') : say({ key: 'usual.days', days: usual.workingDays })
}
