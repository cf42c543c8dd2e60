import { expect, test } from 'vitest'
import { packName } from '#app/domain/catalogue/pack-name.ts'

test.for([
  ['Keripik Apel Manalagi 100 g', '250 g', 'Keripik Apel Manalagi 250 g'],
  ['Sari Apel Botol 250 ml', '1 L', 'Sari Apel Botol 1 L'],
  ['Sari Apel, 6 x 250 ml', '12 x 250 ml', 'Sari Apel 12 x 250 ml'],
  ['Madu Lereng Arjuno (350ml)', '150 ml', 'Madu Lereng Arjuno 150 ml'],
  ['Batik Tulis Motif Tempe 100 x 150 cm', '100 x 200 cm', 'Batik Tulis Motif Tempe 100 x 200 cm'],
  ['Kopi Arabika 1,5 kg', '200 g', 'Kopi Arabika 200 g'],
  ['Keripik Tempe', '80 g', 'Keripik Tempe 80 g'],
  ['Teh Celup Stroberi isi 15', '30 g', 'Teh Celup Stroberi isi 15 30 g'],
  ['100 g', '250 g', '100 g 250 g'],
] as const)('%s, in its second pack of %s, is %s', ([name, netContent, called]) => {
  expect(packName({ name, netContent, position: 1 })).toBe(called)
  expect(packName({ name, netContent, position: 0 })).toBe(name)
})
