import type { Scene } from '../../packshots/scene.ts'

/** What some products show behind their pack, with words for who cannot see it. */
export const furtherPhotos: Record<string, { is: Scene; alt: string }[]> = {
  'Keripik Apel Manalagi 100 g': [
    { is: 'inside', alt: 'Irisan keripik apel manalagi di piring putih' },
    { is: 'row', alt: 'Tiga kemasan keripik apel manalagi berdiri di papan rak' },
    { is: 'back', alt: 'Belakang kemasan: komposisi, cara simpan, dan barcode' },
  ],
  'Madu Lereng Arjuno 350 ml': [
    { is: 'row', alt: 'Tiga botol madu Lereng Arjuno berdiri di papan rak' },
    { is: 'back', alt: 'Belakang botol: asal madu, cara simpan, dan barcode' },
  ],
  'Sambal Pecel 200 g': [
    { is: 'inside', alt: 'Kacang tanah untuk sambal pecel di piring putih' },
    { is: 'back', alt: 'Belakang kemasan: komposisi, cara seduh, dan barcode' },
  ],
  'Kopi Arabika Bulukerto Bubuk 200 g': [
    { is: 'inside', alt: 'Biji kopi arabika Bulukerto di piring putih' },
    { is: 'row', alt: 'Tiga kemasan kopi arabika Bulukerto berdiri di papan rak' },
  ],
  'Yoghurt Apel 250 ml': [{ is: 'row', alt: 'Tiga botol yoghurt apel berdiri di papan rak' }],
}

/** Producers whose own page shows those of one of their goods too. */
export const ownPhotos = [
  {
    producer: 'Kelompok Keripik Manalagi',
    product: 'Keripik Apel Manalagi 100 g',
    village: 'Tulungrejo',
  },
]
