/** What is done to goods. Only the forms of these are taken back to the root: a stemmer would make `rambutan` hair. */
const roots =
  'asap bakar beku celup goreng kemas kering kukus olah panen panggang potong rebus rendam sangrai seduh giling jahit'

/** The root stands in the table under another form. */
const keptAs: Record<string, string> = { olah: 'olahan' }

/** Regular forms that are something else: a frying pan, a dryer. */
const others = new Set([
  'penggorengan',
  'kukusan',
  'gilingan',
  'pengering',
  'panggangan',
  'rendaman',
  'kemasan',
])

/** `digoreng`, `menggoreng`, `dikeringkan`, `pengeringan` and the like, with the root they are kept under. */
export const derived = new Map(
  roots.split(' ').flatMap((root) => {
    const forms = [
      `di${root}`,
      `di${root}kan`,
      nasal('me', root),
      `${nasal('me', root)}kan`,
      `${nasal('pe', root)}an`,
      `ter${root}`,
    ]
    return forms.filter((form) => !others.has(form)).map((form) => [form, keptAs[root] ?? root] as const)
  }),
)

/** How `me-` and `pe-` join a root: `kering` is `mengering`, `potong` is `memotong`, `sangrai` is `menyangrai`. */
function nasal(prefix: string, root: string): string {
  if (/^k/.test(root)) return `${prefix}ng${root.slice(1)}`
  if (/^p/.test(root)) return `${prefix}m${root.slice(1)}`
  if (/^t/.test(root)) return `${prefix}n${root.slice(1)}`
  if (/^s/.test(root)) return `${prefix}ny${root.slice(1)}`
  if (/^[aeioughq]/.test(root)) return `${prefix}ng${root}`
  if (/^[bfv]/.test(root)) return `${prefix}m${root}`
  return /^[cdjz]/.test(root) ? `${prefix}n${root}` : prefix + root
}

const doubles = new Set(['gulagula', 'ikanikanan', 'kayukayuan', 'kuekuean', 'ayamayaman', 'madumaduan'])

/** Said twice it is something else. */
export const isLexicalDouble = (word: string): boolean => doubles.has(word)
