// Printing inks: one box of colours for the whole range, so that any two packs agree side by side.
import type { Colours } from './motifs/drawing.ts'
import type { Motif } from './motifs/motifs.ts'

export const inks = {
  white: '#f7f4e8',
  manalagi: '#d8da63',
  leaf: '#2c6146',
  moss: '#87a04a',
  rome: '#ad2f3a',
  strawberry: '#d24a48',
  pink: '#efb0a6',
  orange: '#e58a34',
  carrot: '#d66a26',
  honey: '#d3951f',
  turmeric: '#ebbd45',
  sengon: '#ddbf93',
  coffee: '#46291f',
  earth: '#80502f',
  yam: '#69416f',
  lilac: '#bfa3c4',
  sky: '#b4d0d6',
  sea: '#1f4d5c',
  night: '#1f2c28',
  ivory: '#ece3c8',
} as const

type Ink = keyof typeof inks

type Row = [word: RegExp, motif: Motif, ground: Ink, text: Ink, main: Ink, second: Ink, light: Ink, dark: Ink]

// The first row whose word the name contains. A new ingredient is one motif and one row.
const rows: Row[] = [
  [/manisan apel/, 'slice', 'ivory', 'rome', 'rome', 'leaf', 'white', 'coffee'],
  [/apel rome/, 'slice', 'rome', 'white', 'strawberry', 'manalagi', 'white', 'coffee'],
  [
    /(jenang|pia|brownies|nastar).*apel|selai apel|cuka apel/,
    'apple',
    'earth',
    'white',
    'manalagi',
    'moss',
    'white',
    'coffee',
  ],
  [/yoghurt apel/, 'apple', 'white', 'leaf', 'manalagi', 'leaf', 'ivory', 'leaf'],
  [/kayu apel/, 'wood', 'ivory', 'coffee', 'sengon', 'earth', 'ivory', 'earth'],
  [/keripik apel|apel manalagi/, 'slice', 'manalagi', 'leaf', 'moss', 'leaf', 'white', 'leaf'],
  [/apel/, 'apple', 'leaf', 'white', 'manalagi', 'moss', 'white', 'coffee'],
  [/(yoghurt|sari|teh celup).*stroberi/, 'strawberry', 'pink', 'rome', 'strawberry', 'leaf', 'white', 'rome'],
  [/dodol stroberi/, 'strawberry', 'leaf', 'white', 'strawberry', 'manalagi', 'white', 'rome'],
  [/stroberi/, 'strawberry', 'white', 'rome', 'strawberry', 'leaf', 'white', 'rome'],
  [/jambu/, 'guava', 'moss', 'white', 'pink', 'leaf', 'white', 'rome'],
  [/nangka/, 'jackfruit', 'turmeric', 'coffee', 'honey', 'orange', 'white', 'earth'],
  [/jeruk keprok|cake jeruk/, 'orange', 'orange', 'white', 'carrot', 'turmeric', 'white', 'earth'],
  [/wortel/, 'carrot', 'ivory', 'leaf', 'carrot', 'leaf', 'white', 'earth'],
  [/kentang/, 'potato', 'sea', 'white', 'turmeric', 'honey', 'ivory', 'earth'],
  [/abon jamur/, 'mushroom', 'coffee', 'white', 'sengon', 'earth', 'white', 'coffee'],
  [/jamur/, 'mushroom', 'sky', 'night', 'earth', 'sengon', 'white', 'coffee'],
  [/singkong/, 'cassava', 'strawberry', 'white', 'rome', 'honey', 'white', 'coffee'],
  [/ubi/, 'sweetPotato', 'lilac', 'yam', 'yam', 'lilac', 'white', 'night'],
  [/daun jeruk/, 'leaf', 'turmeric', 'leaf', 'strawberry', 'leaf', 'manalagi', 'leaf'],
  [/tempe/, 'tempe', 'sengon', 'coffee', 'honey', 'earth', 'white', 'coffee'],
  [/pia/, 'pia', 'ivory', 'earth', 'honey', 'earth', 'white', 'coffee'],
  [/keju/, 'cheese', 'sky', 'sea', 'turmeric', 'honey', 'white', 'sea'],
  [/karamel/, 'caramel', 'white', 'earth', 'honey', 'earth', 'white', 'coffee'],
  [/sabun/, 'foam', 'sky', 'sea', 'white', 'ivory', 'white', 'sea'],
  [/susu/, 'cow', 'white', 'sea', 'sea', 'sky', 'white', 'sea'],
  [/kopi drip/, 'coffee', 'sky', 'coffee', 'coffee', 'earth', 'sky', 'coffee'],
  [/kopi.*sumbergondo/, 'coffee', 'ivory', 'coffee', 'earth', 'coffee', 'ivory', 'coffee'],
  [/kopi/, 'coffee', 'coffee', 'white', 'sengon', 'earth', 'coffee', 'coffee'],
  [/krisan|mawar/, 'chrysanthemum', 'sea', 'white', 'turmeric', 'white', 'white', 'honey'],
  [/wedang|rempah/, 'spice', 'rome', 'white', 'turmeric', 'manalagi', 'rome', 'coffee'],
  [/jahe/, 'ginger', 'strawberry', 'white', 'turmeric', 'leaf', 'pink', 'rome'],
  [/kunyit/, 'ginger', 'honey', 'white', 'carrot', 'leaf', 'turmeric', 'earth'],
  [/beras kencur/, 'rice', 'ivory', 'leaf', 'honey', 'turmeric', 'white', 'leaf'],
  [/pecel/, 'peanut', 'leaf', 'white', 'sengon', 'earth', 'earth', 'coffee'],
  [/sambal/, 'chilli', 'white', 'rome', 'strawberry', 'leaf', 'pink', 'rome'],
  [/bawang/, 'shallot', 'lilac', 'yam', 'yam', 'rome', 'lilac', 'yam'],
  [/madu/, 'honey', 'turmeric', 'coffee', 'honey', 'earth', 'white', 'coffee'],
  [/brokoli|sayur sop/, 'broccoli', 'white', 'leaf', 'moss', 'leaf', 'ivory', 'leaf'],
  [/selada/, 'lettuce', 'white', 'leaf', 'moss', 'leaf', 'white', 'leaf'],
  [/batik.*sayur/, 'kawung', 'sea', 'white', 'sky', 'turmeric', 'sea', 'night'],
  [/batik/, 'kawung', 'coffee', 'white', 'sengon', 'honey', 'coffee', 'coffee'],
  [/kaktus/, 'leaf', 'ivory', 'leaf', 'moss', 'leaf', 'white', 'leaf'],
]
const plain: Row = [/^/, 'leaf', 'ivory', 'leaf', 'moss', 'leaf', 'white', 'leaf']

/** The inks of one pack. */
export type Inks = Colours & { motif: Motif; ground: string; text: string }

/** What a pack of that name is printed with. */
export function inksOf(name: string): Inks {
  const low = name.toLowerCase()
  const [, motif, ground, text, main, second, light, dark] = rows.find(([word]) => word.test(low)) ?? plain
  return {
    motif,
    ground: inks[ground],
    text: inks[text],
    main: inks[main],
    second: inks[second],
    light: inks[light],
    dark: inks[dark],
  }
}
