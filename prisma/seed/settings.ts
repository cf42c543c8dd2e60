/** Numbers that the law sets, with the day they began and where they stand. */
export const settings = [
  {
    key: 'ppn.rate_basis_points',
    effectiveFrom: '2025-01-01',
    value: 1_200n,
    source: 'UU 7/2021 pasal 7; PMK 131/2024',
  },
  {
    key: 'ppn.base_numerator',
    effectiveFrom: '2025-01-01',
    value: 11n,
    source: 'PMK 131/2024: dasar pengenaan 11/12 dari harga jual',
  },
  {
    key: 'ppn.base_denominator',
    effectiveFrom: '2025-01-01',
    value: 12n,
    source: 'PMK 131/2024: dasar pengenaan 11/12 dari harga jual',
  },
  {
    key: 'halal.food', // 1: obligatory, 0: not yet; of cosmetics and textiles no date was read in a text
    effectiveFrom: '2026-10-18',
    value: 1n,
    source:
      'PP 42/2024 pasal 160 ayat (2): makanan dan minuman usaha mikro dan kecil, sampai 17 Oktober 2026',
  },
  {
    key: 'pirt.from_shelf_life_days', // what keeps shorter needs no number
    effectiveFrom: '2018-01-01',
    value: 7n,
    source: 'PerBPOM 22/2018: pangan yang tahan kurang dari 7 hari tidak wajib SPP-IRT',
  },
  {
    key: 'pdp.answer_hours',
    effectiveFrom: '2022-10-17',
    value: 72n,
    source: 'UU 27/2022 (PDP): 3 x 24 jam sejak diminta',
  },
]
