import { expect, test } from 'vitest'
import { keepToPeriod, nextPeriod, readPeriod } from '#app/domain/shelf-plans/period.ts'

test.for([
  ['2026-11-24', '2026-12-01', '2027-03-01'],
  ['2026-11-26', '2026-12-01', '2027-03-01'],
  ['2026-11-27', '2026-12-02', '2027-03-02'],
  ['2026-12-31', '2027-01-05', '2027-04-05'],
] as const)('on %s the next period is from %s, for three months', ([today, startsOn, endsOn]) => {
  expect(nextPeriod(today)).toEqual({ startsOn, endsOn })
})

test('people write the last day, the period ends the day after', () => {
  const { period, problem } = readPeriod('2026-12-05', '2026-12-05', '2026-11-24')
  expect({ period, problem }).toEqual({
    period: { startsOn: '2026-12-05', endsOn: '2026-12-06' },
    problem: null,
  })
  expect(readPeriod('2026-12-31', null, '2026-11-24').period.endsOn).toBe('2027-03-31')
})

test.for([
  ['2026-11-23', '2027-01-31', 'mulai', 'period.past'],
  ['2026-12-10', '2026-12-09', 'sampai', 'period.backwards'],
  ['2026-12-01', '2027-12-31', 'sampai', 'period.long'],
  ['9999-12-31', '9999-12-31', 'mulai', 'period.far'],
  ['besok', '2027-01-31', 'mulai', 'day.missing'],
  ['2026-12-01', '2027-02-30', 'sampai', 'day.missing'],
] as const)('from %s to %s is refused at %s', ([from, to, field, key]) => {
  const read = readPeriod(from, to, '2026-11-24')
  expect(read).toMatchObject({
    problem: { field, key },
    typed: { from, to },
    period: nextPeriod('2026-11-24'),
  })
})

test('a write keeps to the same, at its own fields', () => {
  const today = '2026-11-24'
  expect(() => keepToPeriod({ startsOn: '2026-11-23', endsOn: '2027-01-01' }, today)).toThrow(
    'invalid: period.past',
  )
  expect(() => keepToPeriod({ startsOn: '2026-12-02', endsOn: '2026-12-02' }, today)).toThrow(
    'invalid: period.backwards',
  )
  expect(() => keepToPeriod({ startsOn: '2026-12-02', endsOn: '2026-12-03' }, today)).not.toThrow()
})
