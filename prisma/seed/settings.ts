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
]
