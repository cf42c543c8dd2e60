import type { SeedProducer } from './producers.ts'

export const producersOfBumiaji: SeedProducer[] = [
  {
    village: 'Punten',
    name: 'Kelompok Tani Keprok Punten',
    story: 'Merawat pohon jeruk yang sebagian lebih tua dari pemiliknya.',
    products: {
      'Jeruk Keprok Batu 55 Segar 1 kg':
        'Kulitnya tipis kekuningan, rasanya manis dengan sedikit asam. Dipetik setelah benar-benar tua.',
    },
  },
  {
    village: 'Punten',
    name: 'Kelompok Selai Punten',
    story: 'Memasak sedikit-sedikit dalam panci kecil supaya buahnya tidak hancur.',
    products: {
      'Selai Apel Kayu Manis 220 g':
        'Apel cincang dengan kayu manis. Untuk roti, untuk isi pia, atau dimakan begitu saja.',
    },
  },
  {
    village: 'Gunungsari',
    name: 'Kelompok Perah Gunungsari',
    story: 'Peternak sapi perah yang mengolah sendiri susu sore, supaya tidak semuanya dijual mentah.',
    products: {
      'Susu Pasteurisasi Murni 1 L':
        'Susu sapi utuh tanpa tambahan apa pun. Simpan dingin, habiskan tiga hari setelah dibuka.',
      'Yoghurt Stik Stroberi 60 ml':
        'Yoghurt stroberi beku dalam bungkus panjang. Gunting ujungnya, makan pelan-pelan.',
      'Keju Mozzarella 200 g': 'Keju muda yang meleleh dan mulur. Dibungkus hampa pada hari dibuat.',
      'Permen Susu Karamel 150 g': 'Susu dan gula dimasak sampai cokelat, dipotong, dibungkus satu per satu.',
      'Stik Susu Gurih 150 g': 'Stik goreng dari adonan susu, asin dan renyah.',
    },
  },
  {
    village: 'Gunungsari',
    name: 'Kelompok Mawar Gunungsari',
    story: 'Memotong mawar sebelum subuh, mengikatnya di teras, lalu berangkat ke pasar.',
    products: {
      'Mawar Potong isi 20 tangkai': 'Mawar merah tangkai panjang, durinya sudah dibuang dari bagian bawah.',
    },
  },
  {
    village: 'Gunungsari',
    name: 'Kelompok Sabun Susu Gunungsari',
    story: 'Memakai susu yang tidak lolos ukuran lemak, supaya tidak ada yang terbuang.',
    products: {
      'Sabun Susu Sapi 80 g':
        'Sabun batang dari susu sapi dan minyak kelapa, diperam sebulan sebelum dijual.',
    },
  },
  {
    village: 'Tulungrejo',
    name: 'Kelompok Keripik Manalagi',
    story:
      'Dua belas keluarga di lereng atas. Apel yang matang di pohon diiris hari itu juga dan digoreng hampa, supaya rasanya tetap apel.',
    products: {
      'Keripik Apel Manalagi 100 g':
        'Apel manalagi diiris tipis dengan kulitnya, digoreng hampa tanpa gula tambahan. Renyah, manisnya dari buahnya sendiri.',
    },
  },
  {
    village: 'Tulungrejo',
    name: 'Kelompok Tani Lereng Arjuno',
    story: 'Menanam apel di ketinggian yang malamnya masih dingin.',
    products: {
      'Apel Manalagi Segar 1 kg':
        'Hijau kekuningan, manis walau belum terlalu matang. Isi lima sampai tujuh buah.',
    },
  },
  {
    village: 'Tulungrejo',
    name: 'Kelompok Lebah Lereng Arjuno',
    story: 'Memindahkan kotak lebah mengikuti musim bunga kopi dan kaliandra.',
    products: {
      'Madu Lereng Arjuno 350 ml':
        'Madu bunga kaliandra, disaring tanpa dipanaskan. Bisa mengkristal bila dingin.',
    },
  },
  {
    village: 'Sumbergondo',
    name: 'Kelompok Rome Beauty Sumbergondo',
    story: 'Mempertahankan kebun Rome Beauty ketika banyak yang beralih ke tanaman lain.',
    products: {
      'Keripik Apel Rome Beauty 50 g':
        'Kulit merahnya ikut digoreng, rasanya lebih asam daripada manalagi. Bungkus kecil untuk sekali makan.',
      'Apel Rome Beauty Segar 1 kg': 'Merah bergurat, asam segar, enak dimakan dingin atau dibuat pai.',
    },
  },
  {
    village: 'Sumbergondo',
    name: 'Kelompok Sangrai Sumbergondo',
    story: 'Petik merah, jemur di para-para, sangrai setiap Jumat.',
    products: {
      'Kopi Arabika Sumbergondo Biji Sangrai 200 g':
        'Biji arabika sangrai sedang. Tanggal sangrai ditulis tangan di bungkusnya.',
    },
  },
  {
    village: 'Pandanrejo',
    name: 'Kelompok Petik Stroberi',
    story:
      'Menanam stroberi di pekarangan dan tepi jalan. Dipetik tiap pagi, disortir sebelum pukul delapan.',
    products: {
      'Stroberi Segar 250 g':
        'Stroberi merah penuh dalam kotak, tidak dicuci supaya lebih awet. Simpan dingin.',
      'Keripik Stroberi Vacuum Frying 50 g':
        'Stroberi utuh kecil yang digoreng hampa sampai garing. Asam manis, warnanya tetap merah.',
    },
  },
  {
    village: 'Pandanrejo',
    name: 'Kelompok Dapur Stroberi',
    story: 'Mengolah stroberi yang bentuknya kurang bagus untuk dijual segar.',
    products: {
      'Sari Stroberi Botol 250 ml': 'Stroberi diperas dan disaring, manisnya dibuat secukupnya.',
      'Dodol Stroberi 200 g': 'Dodol ketan dengan daging stroberi, dipotong kecil dan dibungkus satu-satu.',
      'Selai Stroberi 200 g': 'Separuh lebih isinya buah. Bijinya masih terasa.',
      'Teh Celup Stroberi isi 15':
        'Teh hitam dengan potongan stroberi kering. Enak panas, enak juga dengan es.',
    },
  },
  {
    village: 'Bumiaji',
    name: 'Kelompok Kebun Kristal',
    story: 'Membungkus setiap buah di pohon supaya tidak perlu banyak disemprot.',
    products: {
      'Jambu Kristal Segar 1 kg': 'Renyah, hampir tanpa biji. Dipetik sehari sebelum dikirim.',
      'Keripik Jambu Kristal 75 g': 'Jambu kristal iris yang digoreng hampa, ringan dan sedikit asam.',
      'Sari Jambu Kristal Botol 250 ml': 'Sari jambu yang kental, disaring halus. Kocok dulu.',
    },
  },
  {
    village: 'Bumiaji',
    name: 'Kelompok Oven Jeruk Bumiaji',
    story: 'Memarut kulit jeruk sendiri, tidak memakai perisa.',
    products: {
      'Cake Jeruk Batu 300 g': 'Cake lembap dengan parutan kulit jeruk. Tahan seminggu di suhu ruang.',
    },
  },
  {
    village: 'Giripurno',
    name: 'Kelompok Nangka Giri',
    story: 'Mengumpulkan nangka dari kebun tepi hutan; satu buah besar jadi dua puluh bungkus.',
    products: {
      'Keripik Nangka 100 g': 'Nangka matang digoreng hampa. Wanginya keluar begitu bungkus dibuka.',
    },
  },
  {
    village: 'Bulukerto',
    name: 'Kelompok Manisan Bulukerto',
    story: 'Menjemur apel di atap rumah pada musim kering, memakai pengering pada musim hujan.',
    products: {
      'Manisan Apel Kering 100 g':
        'Potongan apel yang direndam gula lalu dikeringkan. Kenyal, untuk camilan atau campuran kue.',
    },
  },
  {
    village: 'Bulukerto',
    name: 'Kelompok Kopi Bulukerto',
    story: 'Menanam kopi di bawah pohon pinus. Satu mesin giling dipakai bersama.',
    products: {
      'Kopi Arabika Bulukerto Bubuk 200 g':
        'Arabika sangrai sedang, digiling untuk tubruk. Ada rasa buah dan cokelat.',
      'Kopi Drip Bag Arjuno isi 5': 'Lima kantong seduh. Cukup cangkir dan air panas.',
    },
  },
  {
    village: 'Sumberbrantas',
    name: 'Kelompok Tani Hulu Brantas',
    story: 'Bertani di dekat mata air. Kentang dan wortel bergantian supaya tanahnya beristirahat.',
    products: {
      'Wortel Segar 500 g': 'Wortel gunung yang manis, dicuci dan dipilih yang lurus.',
      'Kentang Granola 1 kg': 'Kentang kuning ukuran sedang, tidak mudah hancur bila direbus.',
    },
  },
  {
    village: 'Sumberbrantas',
    name: 'Kelompok Keripik Hulu Brantas',
    story: 'Menggoreng sayur yang tadinya hanya dijual karungan.',
    products: {
      'Keripik Wortel 100 g': 'Wortel iris tipis digoreng hampa, warnanya tetap jingga.',
      'Keripik Kentang Granola Original 150 g': 'Kentang granola dan garam, itu saja. Irisannya agak tebal.',
      'Kentang Goreng Beku Shoestring 1 kg':
        'Kentang potong panjang yang sudah setengah digoreng. Langsung goreng, jangan dicairkan.',
    },
  },
]
