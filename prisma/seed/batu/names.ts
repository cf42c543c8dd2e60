/** Ways people write a village's name beside the official one. */
export const spellings: Record<string, string[]> = {
  Sumberbrantas: ['Sumber Brantas'],
  'Oro-oro Ombo': ['Oro-Oro Ombo', 'Oro oro Ombo', 'Orooro Ombo'],
  Songgokerto: ['Songgoriti'],
  Gunungsari: ['Gunung Sari'],
}
