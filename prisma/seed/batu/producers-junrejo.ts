import type { SeedProducer } from './producers.ts'

export const producersOfJunrejo: SeedProducer[] = [
  {
    village: 'Dadaprejo',
    name: 'Kelompok Hidroponik Dadaprejo',
    story: 'Pipa tanam di atap dan halaman sempit. Airnya diputar, dipakai lagi.',
    products: {
      'Selada Hidroponik 200 g': 'Selada daun lebar, dipanen dengan akarnya supaya tetap segar di kulkas.',
    },
  },
  {
    village: 'Beji',
    name: 'Kelompok Tempe Beji Lestari',
    story: 'Merendam kedelai dari pukul tiga pagi. Ampasnya untuk ternak tetangga.',
    products: {
      'Tempe Kedelai Segar 450 g': 'Tempe bungkus plastik yang padat dan putih. Tahan tiga hari di kulkas.',
      'Mendol Tempe Beku isi 10':
        'Mendol siap goreng, bumbunya kencur dan daun jeruk. Goreng dalam keadaan beku.',
    },
  },
  {
    village: 'Beji',
    name: 'Kelompok Keripik Tempe Beji',
    story: 'Mengiris tempe satu per satu dengan pisau, karena mesin membuatnya retak.',
    products: {
      'Keripik Tempe Original 180 g': 'Tempe iris tipis dengan bumbu bawang dan ketumbar.',
      'Keripik Tempe Pedas Daun Jeruk 150 g':
        'Pedas cabai rawit dengan irisan daun jeruk yang ikut digoreng.',
    },
  },
  {
    village: 'Beji',
    name: 'Kelompok Batik Kedelai',
    story: 'Membatik di sela pesanan tempe. Motifnya kedelai, daun pisang, dan anyaman tampah.',
    products: {
      'Batik Tulis Motif Tempe 100 x 150 cm':
        'Batik tulis katun dengan motif biji kedelai. Satu lembar dikerjakan tiga minggu.',
    },
  },
  {
    village: 'Junrejo',
    name: 'Kelompok Jamur Junrejo',
    story: 'Tujuh kumbung jamur di bekas kandang. Panen pagi dan sore.',
    products: {
      'Jamur Tiram Segar 250 g': 'Jamur putih, dipetik pada hari dikirim. Jangan dicuci sebelum dimasak.',
      'Keripik Jamur Tiram Original 100 g': 'Jamur suwir bertepung tipis, digoreng garing.',
      'Abon Jamur Tiram 100 g':
        'Jamur suwir halus dimasak santan dan rempah sampai kering. Untuk nasi, untuk bubur.',
    },
  },
  {
    village: 'Tlekung',
    name: 'Kelompok Kunyit Tlekung',
    story: 'Menanam kunyit dan asam di kebun sendiri, mengolahnya setelah panen.',
    products: {
      'Kunyit Asam Instan 200 g': 'Kunyit, asam jawa, dan gula, tinggal diseduh. Segar juga dengan es.',
    },
  },
  {
    village: 'Mojorejo',
    name: 'Kelompok Ubi Ungu Mojorejo',
    story: 'Membeli ubi langsung dari petak tetangga, dibayar saat ditimbang.',
    products: {
      'Keripik Ubi Ungu 150 g': 'Ubi ungu iris tipis, manisnya dari ubi, ditaburi sedikit garam.',
    },
  },
  {
    village: 'Mojorejo',
    name: 'Kelompok Kayu Apel Mojorejo',
    story: 'Memakai kayu pohon apel tua yang sudah ditebang pemiliknya.',
    products: {
      'Gantungan Kunci Kayu Apel':
        'Irisan dahan apel yang dihaluskan dan diminyaki. Urat kayunya tidak ada yang sama.',
    },
  },
  {
    village: 'Pendem',
    name: 'Kelompok Dapur Pendem',
    story: 'Dapur di tepi sawah. Singkong dari kebun sendiri, kacang dari pasar pagi.',
    products: {
      'Keripik Singkong Balado 200 g': 'Singkong tipis dengan bumbu balado yang pedas manis.',
      'Sambal Pecel 200 g': 'Bumbu kacang padat. Iris, beri air panas, tuang di atas sayur.',
    },
  },
  {
    village: 'Torongrejo',
    name: 'Kelompok Bawang Torong',
    story: 'Menjemur bawang di bawah atap bambu sepanjang jalan desa.',
    products: {
      'Bawang Merah 500 g': 'Bawang merah kering, kulitnya mengilap. Gantung di tempat berangin.',
      'Bawang Goreng 100 g': 'Bawang merah iris digoreng tanpa tepung. Garing sampai bungkusnya habis.',
      'Sambal Bawang Merah 150 g': 'Bawang merah dan cabai rawit ditumis. Pedas, tanpa terasi.',
    },
  },
  {
    village: 'Torongrejo',
    name: 'Kelompok Jamu Torong',
    story: 'Menumbuk beras dan kencur setiap pagi, mengantar sebelum siang.',
    products: {
      'Jamu Beras Kencur Segar 250 ml': 'Jamu segar tanpa pengawet. Simpan dingin, kocok sebelum diminum.',
    },
  },
  {
    village: 'Torongrejo',
    name: 'Kelompok Batik Sayur Torong',
    story: 'Mengecap gambar bawang, kubis, dan seledri di atas kain katun.',
    products: {
      'Batik Cap Motif Sayur 115 x 200 cm':
        'Batik cap katun bergambar sayur dari sawah desa. Cukup untuk satu kemeja.',
    },
  },
]
