import { expect, test } from 'vitest'
import { photoChangesOf } from '#app/domain/photos/changes.ts'

const [front, back, side] = ['pic_front', 'pic_back', 'pic_side'].map((id) => ({ id, alt: '' }))
if (!front || !back || !side) throw new Error('three photos')

test('the same photos in the same order with the same words change nothing', () => {
  const { shown, removed, isChanged } = photoChangesOf([front, back], [front, back])
  expect([isChanged, removed, shown.map(({ isNew }) => isNew)]).toEqual([false, [], [false, false]])
})

test('a photo that is new, one that was removed and one that moved are each told', () => {
  const { shown, removed, isChanged } = photoChangesOf([front, back], [back, side])
  expect(isChanged).toBe(true)
  expect(shown).toEqual([
    { photo: back, isNew: false, wasAt: 1, altBefore: null },
    { photo: side, isNew: true, wasAt: null, altBefore: null },
  ])
  expect(removed).toEqual([{ photo: front, at: 0 }])
})

test('another order and other words alone are changes', () => {
  expect(photoChangesOf([front, back], [back, front]).isChanged).toBe(true)
  const { shown, isChanged } = photoChangesOf([{ ...front, alt: 'Depan' }], [front])
  expect([isChanged, shown[0]?.altBefore]).toEqual([true, 'Depan'])
  const { shown: told, isChanged: isTold } = photoChangesOf([front], [{ ...front, alt: 'Depan' }])
  expect([isTold, told[0]?.altBefore]).toEqual([true, ''])
})

test('removing the last of several is a change too', () => {
  expect(photoChangesOf([front, back], [front])).toMatchObject({
    isChanged: true,
    removed: [{ photo: back, at: 1 }],
  })
})
