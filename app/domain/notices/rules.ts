import { z } from 'zod'
import type { QuietHours } from '#app/domain/settings/dated.ts'
import { key } from '#app/messages/say.ts'
import { allKinds, type Channel, type Kind, shapeOf } from './kinds.ts'

/** Before a mail goes, what else happens in this time is put into it: ten orders in five minutes are one mail. */
export const gatherMs = 5 * 60_000
/** A delivery that fails for now is tried so often, each time after twice as long. */
export const mostAttempts = 8
const firstRetryMs = 60_000
export const retryAt = (attempts: number, at: Date): Date =>
  new Date(at.getTime() + firstRetryMs * 2 ** Math.max(0, attempts - 1))

// Western Indonesian time has no summer time.
const zoneMs = 7 * 3_600_000
const hourMs = 3_600_000
/** `at`, or in quiet hours the moment they end. */
export function afterQuiet(at: Date, { from, until }: QuietHours): Date {
  const local = at.getTime() + zoneMs
  const hour = Math.floor(local / hourMs) % 24
  const isQuiet = from <= until ? hour >= from && hour < until : hour >= from || hour < until
  if (!isQuiet) return at
  const midnight = local - (local % (24 * hourMs))
  const ends = midnight + (hour < until ? until : 24 + until) * hourMs
  return new Date(ends - zoneMs)
}

export type PreferenceChannel = Channel | 'inbox'

/** Whether a kind reaches somebody by a channel, with what they chose. What waits is always in the inbox. */
export function isOn(
  chosen: { kind: string; channel: string; isOn: boolean }[],
  kind: Kind,
  channel: PreferenceChannel,
): boolean {
  const choice = (of: string) => chosen.find((one) => one.kind === of && one.channel === channel)?.isOn
  if (channel === 'inbox') return shapeOf(kind).waits || (choice(kind) ?? true)
  if (choice('all') === false) return false
  return choice(kind) ?? shapeOf(kind).channels.includes(channel)
}

const id = z.string(key('error.not_found')).max(100, key('error.not_found'))
export const markReadForm = z.object({ noticeId: id })
export const markAllReadForm = z.object({ upTo: id })

const tick = z.string().max(60, key('form.invalid'))
/** Every box that is ticked, as `order.placed/mail`; what is drawn and not ticked is off. */
export const preferencesForm = z.object({
  on: z.array(tick, key('form.invalid')).max(200, key('form.invalid')).default([]),
})
export type Preferences = z.output<typeof preferencesForm>

/** `order.placed/mail` as a preference; null for what is not one. */
export function readTick(text: string): { kind: Kind; channel: PreferenceChannel } | null {
  const [name, channel] = text.split('/')
  const kind = allKinds.find((one) => one === name)
  if (!kind || (channel !== 'inbox' && channel !== 'mail' && channel !== 'push')) return null
  return { kind, channel }
}

const base64url = /^[A-Za-z0-9_-]+={0,2}$/
/** What a browser says of itself when it agrees to be told. */
export const subscriptionForm = z.object({
  endpoint: z.url(key('push.unusable')).max(1000, key('push.unusable')),
  p256dh: z
    .string(key('push.unusable'))
    .length(87, key('push.unusable'))
    .regex(base64url, key('push.unusable')),
  auth: z
    .string(key('push.unusable'))
    .min(22, key('push.unusable'))
    .max(24)
    .regex(base64url, key('push.unusable')),
})
export type Subscription = z.output<typeof subscriptionForm>
export const endSubscriptionForm = z.object({ endpoint: z.string().max(1000, key('push.unusable')) })
