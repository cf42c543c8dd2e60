/** For programmers: what the public API says about itself and about a wrong request. */
export const api = {
  'api.title': 'Rak Lokal, API publik',
  'api.description':
    'Katalog yang sama dengan halaman /katalog, sebagai JSON. Hanya yang boleh dilihat semua orang: harga grosir dan harga anggota tidak pernah ada di sini. Boleh dipanggil dari situs lain (CORS), tanpa kunci dan tanpa cookie. Jawaban membawa ETag; tanyakan lagi dengan If-None-Match. Paling banyak 120 jawaban baru per menit dari satu alamat.',
  'api.search': 'Mencari produk',
  'api.search_description':
    'Parameter dan artinya sama dengan alamat /katalog. Nilai yang tidak dikenal diabaikan seperti di halaman; hanya limit yang salah ditolak. Beberapa nilai dari satu parameter melebarkan, kecuali sertifikat dan syarat, yang mempersempit.',
  'api.q': 'Kata yang dicari, paling banyak 200 huruf.',
  'api.limit': 'Berapa produk dalam satu jawaban, 1 sampai 100. Tanpa ini 24.',
  'api.after': 'Nilai `next` dari jawaban sebelumnya.',
  'api.sort': 'Urutan. `cocok` berarti paling cocok, tanpa kata berarti terbaru.',
  'api.facet': 'Salah satu `value` dari `facets.{facet}`. Boleh berulang.',
  'api.rupiah': 'Rupiah bulat.',
  'api.days': 'Hari.',
  'api.cartons': 'Karton.',
  'api.near':
    'Slug desa atau gerai, atau `lintang,bujur` yang dibulatkan: hanya yang ada di gerai dekat situ.',
  'api.reach': 'Sejauh berapa km dari `dekat`.',
  'api.found': 'Yang ditemukan',
  'api.total': 'Berapa produk yang cocok, di semua halaman.',
  'api.price': 'Harga eceran per kemasan, kemasan termurah, rupiah bulat sudah termasuk pajak.',
  'api.packs': 'Berapa kemasan yang dijual.',
  'api.starts_on': 'Sejak kapan berdiri di gerai itu; hari ini kalau sudah ada.',
  'api.url': 'Mutlak, atau dari akar situs bila situs tidak tahu alamatnya.',
  'api.count': 'Berapa produk bila ini dipilih juga.',
  'api.match':
    '`exactly`: ada semua katanya. `respelt`: dicari `words`, karena yang ditulis tidak ada. `partly`: hanya sebagian kata.',
  'api.next': 'Untuk parameter `setelah` di halaman berikutnya; null di halaman terakhir.',
  'api.is_limited': 'Mesin pencari sedang terbatas; urutan dan ejaan mungkin kurang baik.',
  'api.not_modified': 'Tidak berubah sejak ETag itu.',
  'api.bad_request': 'Permintaan tidak bisa dibaca.',
  'api.bad_limit': 'limit harus angka bulat dari 1 sampai 100.',
  'api.too_many': 'Terlalu banyak permintaan',
  'api.too_many_detail': 'Terlalu banyak permintaan dari alamat ini. Coba lagi setelah Retry-After detik.',
} as const
