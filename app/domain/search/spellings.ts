/** How we write a word, and how else people type it: other spellings, everyday speech, English on a label. */
const spellings = {
  abon: 'shredded',
  acar: 'pickle',
  anggrek: 'orchid',
  apel: 'apple apples aple appel',
  arabika: 'arabica arabicca arabikka',
  asam: 'asem',
  asin: 'salty',
  batik: 'bathik',
  bawang: 'onion brambang',
  beku: 'frozen frosen frozzen',
  brokoli: 'broccoli brocoli brokolli',
  brownies: 'brownis browniss brownie',
  bubuk: 'powder bubuq',
  bumbu: 'bumbon',
  bunga: 'flower kembang',
  cabai: 'cabe chili lombok',
  camilan: 'cemilan snack snek ngemil jajan jajanan kudapan',
  cokelat: 'coklat chocolate choco coclat',
  cuka: 'vinegar',
  dodol: 'dodhol',
  goreng: 'fried gorengan',
  instan: 'instant',
  jahe: 'ginger jae',
  jambu: 'guava jambo',
  jamu: 'djamu',
  jamur: 'mushroom',
  jeruk: 'orange citrus djeruk',
  jus: 'juice',
  kaktus: 'cactus',
  keju: 'cheese kejuh',
  kentang: 'potato kenthang',
  keripik: 'kripik kripikk kerepik krepik keripi ceriping criping chips crisps',
  keprok: 'kepruk mandarin',
  kering: 'dried garing',
  kerupuk: 'krupuk kerupuq',
  kopi: 'coffee koffie kopie',
  krisan: 'chrysanthemum seruni krisant',
  kue: 'kuwe kueh',
  kunyit: 'turmeric kunir kunyid',
  madu: 'honey maddu',
  mawar: 'rose ros',
  minuman: 'drink minum drinks',
  mozzarella: 'mozarella mozzarela mozarela',
  nangka: 'jackfruit nongko',
  original: 'ori orisinal originil',
  organik: 'organic',
  pedas: 'pedes spicy hot',
  permen: 'candy permin',
  pisang: 'banana gedang',
  rempah: 'spice spices',
  rosella: 'rosela roselle',
  roti: 'bread',
  sabun: 'soap',
  sambal: 'sambel sambl sambelan',
  sapi: 'cow lembu',
  sayur: 'sayuran vegetable vegetables janganan',
  segar: 'fresh seger',
  selada: 'lettuce slada',
  selai: 'selei selay',
  singkong: 'cassava',
  stik: 'stick stiks',
  stroberi: 'strawberry strawberries stroberry strobery strawberi straberi stroberri strobri stoberi arbei',
  susu: 'milk susuh',
  teh: 'tea',
  telur: 'telor egg endog',
  tempe: 'tempeh tempek',
  tomat: 'tomato',
  ubi: 'uwi',
  ungu: 'purple wungu',
  vakum: 'vacuum vacum',
  wortel: 'carrot wortol',
  yoghurt: 'yogurt yogourt yoghurd yogur joghurt yoghurts',
} as const

/** What a shopper means by a wide word, or by another trade's name for the same thing. Only the typed word is widened. */
const alsoMeant: Record<string, readonly string[]> = {
  bakpia: ['pia'],
  camilan: ['keripik', 'stik', 'pia', 'manisan', 'permen', 'nastar', 'dodol'],
  dodol: ['jenang'],
  jenang: ['dodol'],
  jus: ['sari'],
  minuman: ['sari', 'susu', 'yoghurt', 'kopi', 'teh', 'wedang', 'jamu'],
  oleholeh: ['keripik', 'sari', 'pia', 'dodol', 'jenang', 'manisan', 'permen', 'brownies', 'batik'],
  sirup: ['sari'],
}

const bySpelling = new Map(
  Object.entries(spellings).flatMap(([word, others]) =>
    others.split(' ').map((other) => [other, word] as const),
  ),
)

/** The one spelling under which a word is kept and sought. */
export const spelt = (word: string): string => bySpelling.get(word) ?? word

/** A word and the words that would also do. */
export const meanings = (word: string): readonly string[] => [word, ...(alsoMeant[word] ?? [])]

/** Every other spelling with the one it stands for, for comparing mistyped words. */
export const otherSpellings: readonly (readonly [string, string])[] = [...bySpelling]
