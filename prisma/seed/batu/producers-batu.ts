import type { SeedProducer } from './producers.ts'

export const producersOfBatu: SeedProducer[] = [
  {
    village: 'Temas',
    name: 'Kelompok Jenang Temas',
    story: 'Delapan tetangga satu gang. Wajannya bergantian dipakai, hasilnya dicatat di satu buku.',
    products: {
      'Jenang Apel 250 g':
        'Apel diparut, dimasak dengan ketan dan gula kelapa sampai lepas dari wajan. Diaduk empat jam dengan tangan.',
    },
  },
  {
    village: 'Ngaglik',
    name: 'Kelompok Sari Buah Ngaglik',
    story: 'Mulai dari sisa apel sortiran yang terlalu kecil untuk dijual segar.',
    products: {
      'Sari Apel Botol 250 ml':
        'Apel diperas, disaring dua kali, lalu dipanaskan dalam botolnya. Kocok dulu sebelum diminum.',
    },
  },
  {
    village: 'Ngaglik',
    name: 'Kelompok Pia Ngaglik',
    story:
      'Kulit pia digilas pagi, diisi siang, dipanggang sore. Yang keluar dari oven hari itu dikirim besok.',
    products: {
      'Pia Apel isi 8':
        'Delapan pia dengan isi selai apel yang tidak terlalu manis. Paling enak dihangatkan sebentar.',
    },
  },
  {
    village: 'Songgokerto',
    name: 'Kelompok Cuka Songgo',
    story: 'Menyimpan gentong cuka di ruang yang sejuk sepanjang tahun.',
    products: {
      'Cuka Apel 300 ml': 'Apel diperam dua kali, tiga bulan seluruhnya. Keruh di dasar botol itu wajar.',
    },
  },
  {
    village: 'Sisir',
    name: 'Kelompok Sari Apel Sisir',
    story: 'Dapur bersama di belakang balai warga. Satu hari memeras, satu hari mengisi, satu hari mengepak.',
    products: {
      'Sari Apel Cup 120 ml':
        'Sari apel untuk sekali minum, untuk bekal dan tamu. Lebih segar bila didinginkan.',
      'Sari Apel Dus 40 x 120 ml':
        'Empat puluh cup dalam satu dus, untuk hajatan, rapat, dan oleh-oleh ramai-ramai.',
    },
  },
  {
    village: 'Sisir',
    name: 'Kelompok Kukus Sisir',
    story: 'Lima ibu yang dulu membuat kue hanya untuk Lebaran.',
    products: {
      'Brownies Kukus Apel 350 g':
        'Brownies lembut dengan potongan apel di tengahnya. Simpan di kulkas bila belum habis.',
    },
  },
  {
    village: 'Sumberejo',
    name: 'Kelompok Sayur Sumberejo',
    story: 'Menanam bergiliran supaya ada yang dipanen setiap hari. Kotoran ternak sendiri jadi pupuknya.',
    products: {
      'Brokoli Segar 300 g': 'Dipotong pagi sebelum matahari tinggi, langsung dibungkus agar tidak layu.',
      'Paket Sayur Sop Organik 400 g':
        'Wortel, kol, buncis, seledri, dan daun bawang, cukup untuk sepanci sop.',
    },
  },
  {
    village: 'Oro-oro Ombo',
    name: 'Kelompok Ternak Ombo',
    story: 'Sebelas kandang kecil, satu tangki pendingin. Susu disetor dua kali sehari.',
    products: {
      'Susu Pasteurisasi Murni 200 ml':
        'Susu sapi tanpa gula, dipanaskan sebentar lalu didinginkan. Satu botol sekali minum.',
      'Yoghurt Apel 250 ml': 'Susu yang diperam semalam, dicampur sari apel. Asamnya ringan.',
    },
  },
  {
    village: 'Oro-oro Ombo',
    name: 'Kelompok Kue Kering Ombo',
    story: 'Mengerjakan pesanan toples sejak anak-anak masuk sekolah sampai mereka pulang.',
    products: {
      'Nastar Selai Apel 250 g': 'Nastar yang isinya selai apel, bukan nanas. Dibuat menurut pesanan.',
    },
  },
  {
    village: 'Sidomulyo',
    name: 'Kelompok Bunga Sidomulyo',
    story: 'Setiap keluarga punya satu rumah tanam. Warna dibagi supaya tidak semua menanam yang sama.',
    products: {
      'Krisan Potong isi 10 tangkai':
        'Dipotong saat setengah mekar, tahan lebih dari seminggu bila airnya diganti.',
      'Kaktus Mini Pot 7 cm':
        'Sudah berakar kuat di pot tanah. Siram sekali seminggu, taruh di tempat terang.',
    },
  },
  {
    village: 'Sidomulyo',
    name: 'Kelompok Teh Krisan',
    story: 'Memetik krisan yang memang ditanam untuk diseduh, terpisah dari kebun bunga potong.',
    products: {
      'Teh Bunga Krisan Kering 40 g':
        'Kuntum krisan kering utuh. Lima kuntum untuk segelas, seduh tiga menit.',
    },
  },
  {
    village: 'Pesanggrahan',
    name: 'Kelompok Jamu Panderman',
    story: 'Resep dari para mbah, takarannya sekarang ditimbang supaya rasanya tetap sama.',
    products: {
      'Wedang Rempah Celup isi 10': 'Jahe, serai, kayu manis, cengkih, dan secang dalam kantong celup.',
      'Jahe Merah Instan 200 g':
        'Jahe merah dan gula, dikristalkan di atas api kecil. Dua sendok untuk segelas air panas.',
    },
  },
]
