/** Small words of a query that say nothing about a product, and what shops write around one. */
export const fillers: ReadonlySet<string> = new Set(
  [
    'dan di ke dari yang untuk buat dengan atau ada isi pada dalam oleh saja aja juga serta ini itu para sama bagi',
    'yg dgn utk dr dlm jg tdk ga gak gk nggak ngga bs bgt sm pd utuk',
    'saya sy aku kami kita mau minta ingin pengen pingin butuh perlu cari nyari mencari carikan tolong bisa',
    'dong donk deh sih ya yah kak min gan sis apa apakah mana dimana berapa',
    'beli jual jualan dijual membeli pesan order harga hrg murah termurah mrh promo diskon grosir eceran ecer kiloan',
    'toko online ready stok produk barang terdekat dekat sini sekitar asli khas enak lezat mantap terbaik bagus',
    'kota kab kabupaten x',
    'the of and for with buy sell cheap price best near me in from',
  ]
    .join(' ')
    .split(' '),
)
