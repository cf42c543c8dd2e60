import type { Role } from '#app/generated/prisma/enums.ts'
import { cooperatives } from './places.ts'

export const password = 'rak-lokal'

type SeedPerson = {
  name: string
  email?: string
  phone?: string
  /** Slug of the organisation, and the role there. */
  for: [organisation: string, role: Role][]
  /** The producer that a sign-in of that role is for. */
  producer?: string
}

/** One for each role, with an address that is easy to remember; nobody of these exists. */
export const mainPeople: (SeedPerson & { email: string })[] = [
  { name: 'Sri Wahyuni', email: 'pengurus@tulungrejo.example', for: [['kdmp-tulungrejo', 'officer']] },
  { name: 'Bambang Hariyanto', email: 'manajer@tulungrejo.example', for: [['kdmp-tulungrejo', 'manager']] },
  {
    name: 'Painem',
    email: 'produsen@tulungrejo.example',
    for: [['kdmp-tulungrejo', 'producer']],
    producer: 'Kelompok Keripik Manalagi',
  },
  { name: 'Rina Kusumawati', email: 'pembeli@panderman.example', for: [['swalayan-panderman', 'buyer']] },
  { name: 'Hendra Gunawan', email: 'penyetuju@panderman.example', for: [['swalayan-panderman', 'approver']] },
  { name: 'Dewi Lestari', email: 'gerai@panderman.example', for: [['swalayan-panderman', 'store_staff']] },
  { name: 'Yusuf Maulana', email: 'keuangan@panderman.example', for: [['swalayan-panderman', 'finance']] },
  {
    name: 'Lestari Wibisono',
    email: 'manajer@panderman.example',
    for: [['swalayan-panderman', 'chain_manager']],
  },
  { name: 'Agus Setiawan', email: 'pembeli@songgoriti.example', for: [['toko-songgoriti', 'buyer']] },
  { name: 'Maria Kristanti', email: 'pembeli@arjuno.example', for: [['pasar-oleh-oleh-arjuno', 'buyer']] },
  { name: 'Nur Hidayah', email: 'dinas@kota.example', for: [['pemkot-batu', 'overseer']] },
  { name: 'Teguh Prasetyo', email: 'pengelola@rak-lokal.example', for: [['rak-lokal', 'operator']] },
]

// Has no e-mail, and asks the manager for a one-time code when the password is forgotten.
const byPhone: SeedPerson = {
  name: 'Suparmi',
  phone: '+6281200000011',
  for: [['kdmp-tulungrejo', 'officer']],
}

const officers: Record<string, string> = {
  temas: 'Endang Susilowati',
  ngaglik: 'Fitri Handayani',
  songgokerto: 'Slamet Riyadi',
  sisir: 'Lilik Purwanti',
  sumberejo: 'Joko Santoso',
  'oro-oro-ombo': 'Siti Aminah',
  sidomulyo: 'Ratna Sari',
  pesanggrahan: 'Mulyono',
  punten: 'Wahyu Nugroho',
  gunungsari: 'Eko Purnomo',
  sumbergondo: 'Kartini',
  pandanrejo: 'Yuli Astutik',
  bumiaji: 'Heri Wibowo',
  giripurno: 'Sumiati',
  bulukerto: 'Andik Kurniawan',
  sumberbrantas: 'Ponidi',
  dadaprejo: 'Anisa Rahmawati',
  beji: 'Sulastri',
  junrejo: 'Dian Permatasari',
  tlekung: 'Sugeng Widodo',
  mojorejo: 'Indah Wulandari',
  pendem: 'Karyono',
  torongrejo: 'Umi Kulsum',
}

// Elsewhere one officer does it all; Ngaglik's helps out in Sisir, so that one person acts for two.
const alone: SeedPerson[] = cooperatives.flatMap(({ villageSlug, slug }) => {
  const name = officers[villageSlug]
  if (!name) return []
  const helpsOut: SeedPerson['for'] = villageSlug === 'ngaglik' ? [['kkmp-sisir', 'officer']] : []
  return [{ name, email: `pengurus@${villageSlug}.example`, for: [[slug, 'officer'], ...helpsOut] }]
})

export const people: SeedPerson[] = [...mainPeople, byPhone, ...alone]
