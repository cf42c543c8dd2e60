import type { CertificateKind } from '#app/generated/prisma/enums.ts'

type SeedPaper = {
  village: string
  /** Of a product, or of its producer. */
  of: { product: string } | { producer: string }
  kind: CertificateKind
  is: 'verified' | 'rejected' | 'waiting'
  /** Hours since it was sent. */
  sentHours: number
  endsInDays?: number
  reason?: string
}

/** Papers with a drawn sample as their file, so that every list of papers has something to show. */
export const papers: SeedPaper[] = [
  {
    village: 'Tulungrejo',
    of: { product: 'Keripik Apel Manalagi 100 g' },
    kind: 'pirt',
    is: 'verified',
    sentHours: 900,
    endsInDays: 20,
  },
  {
    village: 'Tulungrejo',
    of: { product: 'Keripik Apel Manalagi 100 g' },
    kind: 'halal',
    is: 'verified',
    sentHours: 2_000,
  },
  {
    village: 'Tulungrejo',
    of: { product: 'Apel Manalagi Segar 1 kg' },
    kind: 'psat',
    is: 'waiting',
    sentHours: 52,
    endsInDays: 1_400,
  },
  {
    village: 'Tulungrejo',
    of: { product: 'Madu Lereng Arjuno 350 ml' },
    kind: 'halal',
    is: 'rejected',
    sentHours: 120,
    reason: 'Fotonya terpotong, nomornya tidak terbaca',
  },
  {
    village: 'Tulungrejo',
    of: { producer: 'Kelompok Keripik Manalagi' },
    kind: 'nib',
    is: 'verified',
    sentHours: 2_100,
  },
  {
    village: 'Tulungrejo',
    of: { producer: 'Kelompok Keripik Manalagi' },
    kind: 'merek',
    is: 'waiting',
    sentHours: 5,
    endsInDays: 3_400,
  },
  {
    village: 'Pandanrejo',
    of: { product: 'Keripik Stroberi Vacuum Frying 50 g' },
    kind: 'pirt',
    is: 'verified',
    sentHours: 3_000,
    endsInDays: 20,
  },
  {
    village: 'Pandanrejo',
    of: { product: 'Sari Stroberi Botol 250 ml' },
    kind: 'bpom_md',
    is: 'waiting',
    sentHours: 27,
    endsInDays: 1_100,
  },
]
