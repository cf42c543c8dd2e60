import { goodsOf } from './goods.ts'

/** An invented regency by the sea, unlike the demonstration in every word: what the language was not tuned on. */
export const coastGoods = goodsOf(`
Kerupuk Udang Sidayu 250 g; Kerupuk dan rengginang; Sidayu; Usaha Bersama Bahari; Udang segar digiling dengan tepung tapioka.
Kerupuk Ikan Tengiri Mentah 500 g; Kerupuk dan rengginang; Sidayu; Usaha Bersama Bahari; Dijemur dua hari di tepi pantai.
Kerupuk Rambak Sapi 100 g; Kerupuk dan rengginang; Karangsari; Rambak Pak Warno; Kulit sapi renyah.
Rengginang Terasi 300 g; Kerupuk dan rengginang; Wedung Lor; Dapur Mbok Yem; Ketan dan terasi, digoreng dulu.
Rengginang Manis Gula Jawa 300 g; Kerupuk dan rengginang; Wedung Lor; Dapur Mbok Yem; Ketan dengan gula jawa.
Peyek Kacang Tanah 200 g; Camilan; Karangsari; Dapur Bu Parti; Renyah dan gurih.
Peyek Teri 200 g; Camilan; Sidayu; Dapur Bu Parti; Teri kecil dan daun jeruk.
Emping Melinjo Asin 250 g; Camilan; Limpung Kidul; Emping Bu Harti; Melinjo tua ditumbuk dengan tangan.
Emping Melinjo Pedas Manis 250 g; Camilan; Limpung Kidul; Emping Bu Harti; Bumbu cabai dan gula.
Opak Singkong Mini 150 g; Camilan; Limpung Kidul; Opak Rasa Desa; Singkong kukus tipis.
Jagung Marning Gurih 200 g; Camilan; Karangsari; Dapur Bu Parti; Jagung tua digoreng.
Kacang Mete Panggang 250 g; Camilan; Ngadirejo; Mete Bukit Kapur; Mete utuh tanpa garam.
Kacang Bawang 250 g; Camilan; Ngadirejo; Dapur Bu Sri; Kacang tanah goreng bawang putih.
Keripik Sukun 150 g; Camilan; Pulau Kelor; Sukun Barokah; Sukun tua iris tipis.
Keripik Pisang Cokelat 150 g; Camilan; Pulau Kelor; Sukun Barokah; Pisang kepok bersalut cokelat.
Keripik Talas Balado 150 g; Camilan; Ngadirejo; Dapur Bu Sri; Pedas manis.
Ikan Asin Jambal Roti 250 g; Ikan dan hasil laut; Sidayu; Usaha Bersama Bahari; Ikan manyung asin.
Ikan Teri Medan Kering 200 g; Ikan dan hasil laut; Tanjung Pasir; Nelayan Maju; Teri putih bersih.
Bandeng Presto Duri Lunak isi 2; Ikan dan hasil laut; Tambak Rejo; Bandeng Bu Yanti; Bandeng kukus bertekanan, siap goreng.
Otak-Otak Bandeng isi 5; Ikan dan hasil laut; Tambak Rejo; Bandeng Bu Yanti; Daging bandeng dan santan.
Abon Ikan Tuna Pedas 100 g; Ikan dan hasil laut; Tanjung Pasir; Nelayan Maju; Tuna suwir rempah.
Dendeng Sapi Manis 200 g; Daging olahan; Karangsari; Rambak Pak Warno; Daging sapi tipis ketumbar.
Rendang Daging Siap Saji 250 g; Daging olahan; Karangsari; Dapur Uni Rina; Santan dan rempah.
Bakso Ikan Beku 500 g; Makanan beku; Tanjung Pasir; Nelayan Maju; Kenyal tanpa pengawet.
Nugget Udang Beku 500 g; Makanan beku; Tanjung Pasir; Nelayan Maju; Untuk bekal anak.
Sosis Ayam Beku isi 10; Makanan beku; Karangsari; Dapur Uni Rina; Ayam kampung.
Terasi Udang Rebon 100 g; Bumbu dan saus; Wedung Lor; Terasi Mbah Karto; Rebon fermentasi tiga bulan.
Petis Ikan 200 g; Bumbu dan saus; Wedung Lor; Terasi Mbah Karto; Untuk rujak dan tahu.
Kecap Manis Kedelai Hitam 600 ml; Bumbu dan saus; Ngadirejo; Kecap Cap Lumbung; Dimasak di tungku kayu.
Saus Cabai Botol 340 ml; Bumbu dan saus; Ngadirejo; Kecap Cap Lumbung; Cabai merah dan bawang putih.
Garam Laut Piramida 200 g; Bumbu dan saus; Tambak Rejo; Petani Garam Sejahtera; Kristal besar dari tambak.
Sambal Cumi Hitam 150 g; Bumbu dan saus; Tanjung Pasir; Nelayan Maju; Cumi asin dan cabai hijau.
Gula Aren Cetak 500 g; Gula dan madu; Bukit Aren; Penderes Lestari; Nira aren murni.
Gula Semut Aren 250 g; Gula dan madu; Bukit Aren; Penderes Lestari; Bubuk, untuk kopi.
Madu Hutan Randu 500 ml; Gula dan madu; Bukit Aren; Lebah Randu; Disaring tanpa dipanaskan.
Propolis Lebah Trigona 10 ml; Gula dan madu; Bukit Aren; Lebah Randu; Tetes.
Minyak Kelapa Murni VCO 250 ml; Minyak; Pulau Kelor; Kelapa Makmur; Diperas dingin.
Minyak Atsiri Serai Wangi 30 ml; Minyak; Bukit Aren; Suling Wangi; Sulingan uap.
Beras Merah Organik 2 kg; Beras dan tepung; Sawah Besar; Tani Mulyo; Ditanam tanpa pestisida.
Beras Ketan Putih 1 kg; Beras dan tepung; Sawah Besar; Tani Mulyo; Pulen.
Tepung Mocaf 1 kg; Beras dan tepung; Limpung Kidul; Opak Rasa Desa; Dari singkong, bebas gluten.
Kopi Robusta Lanang Bubuk 100 g; Kopi dan jamu; Bukit Aren; Kopi Lereng; Sangrai tua.
Jamu Temulawak Serbuk 150 g; Kopi dan jamu; Ngadirejo; Jamu Bu Tini; Serbuk dengan gula.
Wedang Uwuh isi 7; Kopi dan jamu; Ngadirejo; Jamu Bu Tini; Secang, cengkih, kayu manis.
Sirup Markisa 600 ml; Minuman; Bukit Aren; Kebun Markisa; Manis asam.
Es Krim Kelapa Muda 90 ml; Minuman; Pulau Kelor; Kelapa Makmur; Dari santan.
Dodol Rumput Laut 250 g; Kue dan dodol; Pulau Kelor; Sukun Barokah; Kenyal.
Wajik Ketan Hitam 250 g; Kue dan dodol; Wedung Lor; Dapur Mbok Yem; Gula merah dan pandan.
Onde-Onde Ketawa 200 g; Kue dan dodol; Karangsari; Dapur Bu Parti; Wijen dan gula.
Bolu Kukus Pandan isi 6; Kue dan dodol; Karangsari; Dapur Bu Parti; Lembut.
Kukis Cokelat Mocaf 200 g; Kue dan dodol; Limpung Kidul; Opak Rasa Desa; Tanpa terigu.
Durian Montong Kupas Beku 500 g; Buah segar; Bukit Aren; Kebun Markisa; Matang pohon.
Salak Pondoh 1 kg; Buah segar; Bukit Aren; Kebun Markisa; Manis masir.
Alpukat Mentega 1 kg; Buah segar; Bukit Aren; Kebun Markisa; Daging tebal.
Pepaya California 1 kg; Buah segar; Sawah Besar; Tani Mulyo; Matang pohon.
Rambutan Binjai 1 kg; Buah segar; Sawah Besar; Tani Mulyo; Kelotok.
Tas Anyaman Pandan Laut; Kerajinan; Tanjung Pasir; Anyam Srikandi; Daun pandan laut.
Keranjang Bambu Kecil; Kerajinan; Limpung Kidul; Anyam Srikandi; Untuk buah.
Kain Tenun Ikat Troso 200 x 100 cm; Kerajinan; Wedung Lor; Tenun Troso Asih; Pewarna alam.
Batik Tulis Motif Ikan 200 x 110 cm; Kerajinan; Sidayu; Batik Pesisiran; Warna indigo.
Gerabah Kendi Air 2 L; Kerajinan; Tambak Rejo; Gerabah Lemah Abang; Tanah liat bakar.
Sandal Kulit Sapi Ukuran 42; Kerajinan; Karangsari; Sandal Pak Darmo; Jahit tangan.
Ukiran Kayu Jati Perahu; Kerajinan; Wedung Lor; Ukir Jati Wedung; Pajangan meja.
Kaos Sablon Pantai XL; Kerajinan; Tanjung Pasir; Sablon Ombak; Katun.
Kalung Mutiara Air Tawar; Kerajinan; Pulau Kelor; Mutiara Kelor; Mutiara putih.
Sabun Rumput Laut 80 g; Perawatan tubuh; Pulau Kelor; Kelapa Makmur; Sabun batang.
Lulur Kopi 200 g; Perawatan tubuh; Bukit Aren; Suling Wangi; Menghaluskan kulit.
Lilin Aromaterapi Serai 150 g; Perawatan tubuh; Bukit Aren; Suling Wangi; Lilin kedelai.
Bibit Alpukat 50 cm; Tanaman; Bukit Aren; Kebun Markisa; Okulasi.
Bonsai Cemara Udang; Tanaman; Tanjung Pasir; Bonsai Pesisir; Umur lima tahun.
Pupuk Kompos 5 kg; Tanaman; Sawah Besar; Tani Mulyo; Dari kotoran sapi.
`)
