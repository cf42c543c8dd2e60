/** Numbers that the law or Rak Lokal sets, with the day they began and where they stand. */
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
  // Of licences 2 was read in a text and keeps goods out of shops that ask for it; 1 was not, and only warns.
  {
    key: 'licence.pirt',
    effectiveFrom: '2018-01-01',
    value: 2n,
    source: 'PerBPOM 22/2018: SPP-IRT untuk pangan olahan industri rumah tangga',
  },
  {
    key: 'licence.bpom_md',
    effectiveFrom: '2018-01-01',
    value: 2n,
    source: 'PerBPOM 22/2018: pangan olahan yang tidak bisa SPP-IRT didaftarkan di BPOM (MD)',
  },
  {
    key: 'licence.psat',
    effectiveFrom: '2021-02-02',
    value: 2n,
    source: 'PP 5/2021: registrasi PSAT-PDUK untuk hasil segar usaha kecil dalam kemasan eceran',
  },
  {
    key: 'licence.nkv',
    effectiveFrom: '2020-01-01',
    value: 2n,
    source: 'Permentan 11/2020 dan PP 5/2021: usaha produk hewan wajib ber-NKV',
  },
  {
    key: 'licence.bpom_na',
    effectiveFrom: '2020-01-01',
    value: 1n,
    source: 'PerBPOM 12/2020 tentang notifikasi kosmetika (isinya belum dibaca)',
  },
  {
    key: 'psat.from_shelf_life_days',
    effectiveFrom: '2021-02-02',
    value: 7n,
    source:
      'Syarat registrasi PSAT-PDUK, dinas pertanian dan pangan Kota Pekalongan: di bawah 7 hari dikecualikan',
  },
  ...['pasteurised', 'sterilised', 'frozen', 'chilled_animal'].map((what) => ({
    key: `pirt.not_for.${what}`,
    effectiveFrom: '2018-01-01',
    value: 2n,
    source:
      'PerBPOM 22/2018: SPP-IRT tidak untuk pangan steril komersial, pasteurisasi, beku, dan asal hewan yang disimpan dingin',
  })),
  ...[60n, 30n, 7n, 0n].map((value, i) => ({
    key: `certificate.remind.${i + 1}`, // days before a certificate ends
    effectiveFrom: '2026-01-01',
    value,
    source: 'Aturan Rak Lokal: pengurus diingatkan sebelum sertifikat habis',
  })),
  ...[
    { key: 'notice.quiet_from', value: 21n, why: 'ponsel dibiarkan diam sejak pukul 21.00 WIB' },
    { key: 'notice.quiet_until', value: 5n, why: 'ponsel dibiarkan diam sampai pukul 05.00 WIB' },
    { key: 'notice.pass_on_hours', value: 24n, why: 'yang menunggu jawaban diteruskan setelah 24 jam' },
    { key: 'work.last_weekday', value: 5n, why: 'hari kerja Senin sampai Jumat' }, // 1: Monday … 7: Sunday
  ].map(({ why, ...one }) => ({
    ...one,
    effectiveFrom: '2026-01-01',
    source: `Aturan Rak Lokal, diputuskan pengelola: ${why}`,
  })),
  {
    key: 'pdp.answer_hours',
    effectiveFrom: '2022-10-17',
    value: 72n,
    source: 'UU 27/2022 (PDP): 3 x 24 jam sejak diminta',
  },
]
