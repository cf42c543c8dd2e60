import { expect, test } from 'vitest'
import { awaitedOf, type Colleague } from '#app/domain/proposals/approvers.server.ts'
import { sendText, waitingFor } from '#app/routes/waiting.tsx'

const sri: Colleague = { personId: 'per_1', name: 'Sri', role: 'manager' }
const budi: Colleague = { personId: 'per_2', name: 'Budi', role: 'officer' }
const tini: Colleague = { personId: 'per_3', name: 'Tini', role: 'officer' }
const began = new Date('2026-11-24T03:00:00Z')
const later = new Date('2026-11-24T05:10:00Z')

test('who is awaited and since when is said by role and name', () => {
  const said = (colleagues: Colleague[]) => waitingFor(awaitedOf(colleagues, budi.personId), began, later)
  expect(said([sri, budi])).toBe('Menunggu persetujuan manajer Sri sejak 2 jam')
  expect(said([sri, budi, tini])).toBe('Menunggu persetujuan manajer Sri atau pengurus Tini sejak 2 jam')
  expect(said([budi])).toBe('Menunggu persetujuan pengelola Rak Lokal sejak 2 jam')
})

test('the button says to whom it sends', () => {
  const send = (colleagues: Colleague[]) => sendText(awaitedOf(colleagues, budi.personId))
  expect([send([sri, budi]), send([tini, budi]), send([budi])]).toEqual([
    'Kirim ke manajer',
    'Kirim ke pengurus',
    'Kirim ke pengelola',
  ])
})
