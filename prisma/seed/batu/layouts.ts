/** Boards from the floor up, each with products and their facings from left to right. */
export type Layout = [product: string, facings: number][][]

const crisps: Layout = [
  [['Sari Apel Dus 40 x 120 ml', 1]],
  [
    ['Keripik Kentang Granola Original 150 g', 2],
    ['Keripik Singkong Balado 200 g', 2],
    ['Keripik Ubi Ungu 150 g', 2],
  ],
  [
    ['Keripik Tempe Original 180 g', 2],
    ['Keripik Tempe Pedas Daun Jeruk 150 g', 2],
    ['Keripik Jamur Tiram Original 100 g', 2],
    ['Keripik Wortel 100 g', 1],
  ],
  [
    ['Keripik Apel Manalagi 100 g', 3],
    ['Keripik Nangka 100 g', 2],
    ['Keripik Jambu Kristal 75 g', 2],
  ],
  [
    ['Selai Stroberi 200 g', 3],
    ['Selai Apel Kayu Manis 220 g', 3],
    ['Sambal Bawang Merah 150 g', 3],
    ['Madu Lereng Arjuno 350 ml', 2],
    ['Cuka Apel 300 ml', 2],
    ['Kopi Arabika Bulukerto Bubuk 200 g', 2],
  ],
]

const drinks: Layout = [
  [
    ['Sari Apel Botol 250 ml', 5],
    ['Sari Stroberi Botol 250 ml', 4],
    ['Sari Jambu Kristal Botol 250 ml', 4],
  ],
  [
    ['Jahe Merah Instan 200 g', 2],
    ['Kunyit Asam Instan 200 g', 2],
    ['Wedang Rempah Celup isi 10', 2],
    ['Teh Celup Stroberi isi 15', 2],
  ],
  [
    ['Kopi Arabika Sumbergondo Biji Sangrai 200 g', 2],
    ['Kopi Drip Bag Arjuno isi 5', 2],
    ['Teh Bunga Krisan Kering 40 g', 2],
  ],
]

const chilled: Layout = [
  [
    ['Susu Pasteurisasi Murni 1 L', 5],
    ['Wortel Segar 500 g', 4],
  ],
  [
    ['Apel Manalagi Segar 1 kg', 2],
    ['Apel Rome Beauty Segar 1 kg', 2],
  ],
  [
    ['Selada Hidroponik 200 g', 2],
    ['Brokoli Segar 300 g', 3],
  ],
  [
    ['Susu Pasteurisasi Murni 200 ml', 6],
    ['Yoghurt Apel 250 ml', 6],
    ['Keju Mozzarella 200 g', 2],
  ],
]

const fresh: Layout = [
  [],
  [
    ['Jeruk Keprok Batu 55 Segar 1 kg', 2],
    ['Kentang Granola 1 kg', 2],
  ],
  [
    ['Bawang Merah 500 g', 3],
    ['Jambu Kristal Segar 1 kg', 2],
  ],
]

const frozen: Layout = [
  [['Kentang Goreng Beku Shoestring 1 kg', 4]],
  [['Mendol Tempe Beku isi 10', 5]],
  [['Yoghurt Stik Stroberi 60 ml', 8]],
]

const flowers: Layout = [[['Krisan Potong isi 10 tangkai', 4]]]

const corner: Layout = [
  [],
  [
    ['Keripik Apel Manalagi 100 g', 2],
    ['Dodol Stroberi 200 g', 2],
  ],
  [
    ['Kopi Arabika Bulukerto Bubuk 200 g', 2],
    ['Kopi Drip Bag Arjuno isi 5', 2],
    ['Madu Lereng Arjuno 350 ml', 2],
  ],
]

const everyday: Layout = [
  [['Sari Apel Dus 40 x 120 ml', 1]],
  [
    ['Keripik Singkong Balado 200 g', 2],
    ['Keripik Ubi Ungu 150 g', 2],
    ['Stik Susu Gurih 150 g', 1],
  ],
  [
    ['Keripik Tempe Original 180 g', 3],
    ['Keripik Tempe Pedas Daun Jeruk 150 g', 2],
  ],
  [
    ['Sari Apel Cup 120 ml', 5],
    ['Sari Apel Botol 250 ml', 4],
    ['Permen Susu Karamel 150 g', 2],
  ],
  [
    ['Sambal Pecel 200 g', 2],
    ['Bawang Goreng 100 g', 2],
    ['Jahe Merah Instan 200 g', 2],
  ],
]

const dairy: Layout = [
  [['Susu Pasteurisasi Murni 1 L', 4]],
  [
    ['Yoghurt Apel 250 ml', 5],
    ['Susu Pasteurisasi Murni 200 ml', 4],
  ],
]

const souvenirs: Layout = [
  [
    ['Sari Apel Dus 40 x 120 ml', 2],
    ['Batik Cap Motif Sayur 115 x 200 cm', 1],
    ['Batik Tulis Motif Tempe 100 x 150 cm', 1],
  ],
  [
    ['Keripik Apel Manalagi 100 g', 4],
    ['Keripik Nangka 100 g', 3],
  ],
  [
    ['Keripik Stroberi Vacuum Frying 50 g', 3],
    ['Keripik Apel Rome Beauty 50 g', 3],
    ['Keripik Jambu Kristal 75 g', 2],
  ],
  [
    ['Jenang Apel 250 g', 2],
    ['Dodol Stroberi 200 g', 2],
    ['Pia Apel isi 8', 2],
  ],
  [
    ['Kopi Arabika Bulukerto Bubuk 200 g', 2],
    ['Kopi Arabika Sumbergondo Biji Sangrai 200 g', 2],
    ['Kopi Drip Bag Arjuno isi 5', 2],
    ['Teh Bunga Krisan Kering 40 g', 2],
    ['Madu Lereng Arjuno 350 ml', 3],
  ],
]

const gifts: Layout = [
  [
    ['Sari Stroberi Botol 250 ml', 5],
    ['Sari Jambu Kristal Botol 250 ml', 5],
    ['Cuka Apel 300 ml', 4],
  ],
  [
    ['Manisan Apel Kering 100 g', 3],
    ['Permen Susu Karamel 150 g', 2],
    ['Stik Susu Gurih 150 g', 2],
  ],
  [
    ['Selai Stroberi 200 g', 4],
    ['Selai Apel Kayu Manis 220 g', 4],
    ['Sambal Bawang Merah 150 g', 4],
  ],
  [
    ['Gantungan Kunci Kayu Apel', 4],
    ['Sabun Susu Sapi 80 g', 4],
    ['Kaktus Mini Pot 7 cm', 4],
  ],
]

export const layouts = {
  crisps,
  drinks,
  chilled,
  fresh,
  frozen,
  flowers,
  corner,
  everyday,
  dairy,
  souvenirs,
  gifts,
}
