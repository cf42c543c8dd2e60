import { goodsOf } from './goods.ts'

/** An invented regency in the hills, of many islands' kitchens: written after the language was made. */
export const hillsGoods = goodsOf(`
Dodol Garut Wijen 300 g; Kue dan manisan; Cikajang; Dodol Teh Euis; Ketan, gula, dan wijen.
Wajit Cililin 250 g; Kue dan manisan; Cililin; Wajit Ibu Ecin; Dibungkus kulit jagung.
Sale Pisang Gulung 200 g; Camilan; Panyindangan; Sale Mang Asep; Pisang asap digoreng.
Rangginang Ketan Hitam 250 g; Camilan; Cililin; Dapur Teh Nining; Renyah.
Opak Ketan Bakar 150 g; Camilan; Cililin; Dapur Teh Nining; Dibakar di arang.
Seblak Kering Pedas 100 g; Camilan; Panyindangan; Mang Asep; Kerupuk mentah pedas kencur.
Basreng Pedas Daun Jeruk 150 g; Camilan; Cikajang; Baso Goreng Cuanki; Bakso goreng iris.
Makaroni Pedas 150 g; Camilan; Cikajang; Baso Goreng Cuanki; Level lima.
Kicimpring Original 200 g; Camilan; Panyindangan; Mang Asep; Singkong parut.
Peuyeum Gantung 1 kg; Camilan; Cimenyan; Peuyeum Juhana; Tapai singkong.
Kolontong Ketan 200 g; Camilan; Cililin; Dapur Teh Nining; Manis.
Keripik Sanjai Balado 250 g; Camilan; Bukik Limau; Uni Sanjai; Singkong iris tipis.
Rendang Jengkol 200 g; Lauk; Bukik Limau; Uni Sanjai; Jengkol empuk.
Rendang Telur Kering 150 g; Lauk; Bukik Limau; Uni Sanjai; Telur goreng bumbu.
Dendeng Batokok 200 g; Lauk; Bukik Limau; Uni Sanjai; Daging sapi pipih.
Serundeng Kelapa 150 g; Lauk; Bukik Limau; Dapur Uni; Kelapa parut sangrai.
Pempek Kapal Selam Beku isi 5; Makanan beku; Ulu Musi; Wong Kito; Dengan cuko.
Tekwan Instan 150 g; Makanan beku; Ulu Musi; Wong Kito; Ikan gabus.
Siomay Ikan Beku 500 g; Makanan beku; Cimenyan; Baso Goreng Cuanki; Bumbu kacang.
Cireng Isi Ayam Beku isi 10; Makanan beku; Cimenyan; Mang Asep; Aci digoreng.
Tahu Sumedang 500 g; Lauk; Cimanggung; Tahu Bungkeng; Digoreng panas.
Tempe Daun 300 g; Lauk; Cimanggung; Tempe Pak Haji; Dibungkus daun pisang.
Oncom Merah 250 g; Lauk; Cimanggung; Tempe Pak Haji; Untuk sambal oncom.
Telur Asin Bebek isi 6; Lauk; Losari; Ternak Itik Jaya; Masir.
Ikan Nila Asap 250 g; Lauk; Danau Atas; Nelayan Danau; Diasap kayu.
Ikan Bilih Kering 100 g; Lauk; Danau Atas; Nelayan Danau; Ikan kecil danau.
Kopi Luwak Liar 100 g; Minuman; Bukit Barisan; Tani Gayo; Biji pilihan.
Kopi Gayo Biji 250 g; Minuman; Bukit Barisan; Tani Gayo; Arabika basah.
Teh Hitam Tubruk 100 g; Minuman; Malabar; Kebun Teh Malabar; Pucuk muda.
Teh Putih Premium 50 g; Minuman; Malabar; Kebun Teh Malabar; Silver needle.
Bandrek Bubuk 200 g; Minuman; Cimenyan; Bandrek Abah; Jahe, gula merah, kayu manis.
Bajigur Instan isi 10; Minuman; Cimenyan; Bandrek Abah; Santan dan gula aren.
Cendol Beku 500 g; Minuman; Cimenyan; Bandrek Abah; Tepung beras.
Minuman Serbuk Cokelat 200 g; Minuman; Poso Pesisir; Kakao Poso; Kakao fermentasi.
Cokelat Batang Kakao 70% 80 g; Kue dan manisan; Poso Pesisir; Kakao Poso; Pahit.
Madu Sialang 350 ml; Madu dan gula; Bukit Barisan; Petani Sialang; Madu hutan.
Gula Saka 500 g; Madu dan gula; Bukik Limau; Petani Tebu; Gula merah tebu.
Kayu Manis Batang 100 g; Rempah; Bukit Barisan; Kulit Manis Kerinci; Kering.
Lada Putih Muntok 100 g; Rempah; Muntok; Lada Muntok; Butiran.
Pala Bubuk 50 g; Rempah; Banda Lonthoir; Pala Banda; Digiling halus.
Cengkih Kering 100 g; Rempah; Banda Lonthoir; Pala Banda; Utuh.
Andaliman 50 g; Rempah; Samosir; Inang Rempah; Getir.
Bumbu Rendang Basah 150 g; Rempah; Bukik Limau; Dapur Uni; Siap pakai.
Sambal Roa 150 g; Sambal; Manado Laut; Sambal Tante Meis; Ikan roa asap.
Sambal Matah 150 g; Sambal; Ubud Kaja; Dapur Bli; Serai dan bawang merah.
Beras Pandan Wangi 5 kg; Beras; Cianjur Kidul; Tani Pandan; Wangi.
Kentang Dieng 1 kg; Sayur; Dieng Kulon; Tani Dieng; Besar.
Carica Dieng 220 g; Kue dan manisan; Dieng Kulon; Carica Gemilang; Pepaya gunung dalam sirup.
Purwaceng Instan isi 5; Minuman; Dieng Kulon; Carica Gemilang; Herbal.
Ubi Cilembu 1 kg; Sayur; Cilembu; Ubi Madu Cilembu; Manis dipanggang.
Nanas Madu Subang 1 buah; Buah; Subang Kidul; Tani Nanas; Manis.
Mangga Gedong Gincu 1 kg; Buah; Losari; Kebun Mangga; Harum.
Jeruk Bali 1 buah; Buah; Subang Kidul; Tani Nanas; Besar.
Manggis 1 kg; Buah; Bukit Barisan; Kebun Manggis; Segar.
Kain Songket Benang Emas 200 cm; Kain; Ulu Musi; Songket Cek Ida; Tenun tangan.
Ulos Ragi Hotang 180 cm; Kain; Samosir; Tenun Inang; Tenun gedogan.
Tas Rajut Benang Nilon; Kerajinan; Cimenyan; Rajut Teh Rina; Buatan tangan.
Dompet Kulit Pari; Kerajinan; Manado Laut; Kulit Pari Jaya; Kuat.
Angklung Mini 2 Nada; Kerajinan; Cimenyan; Saung Bambu; Bambu hitam.
Payung Geulis Kertas; Kerajinan; Panyindangan; Payung Geulis; Lukis tangan.
Miniatur Rumah Gadang; Kerajinan; Bukik Limau; Ukir Bagonjong; Kayu surian.
Tikar Pandan 100 x 200 cm; Kerajinan; Cimanggung; Anyam Pandan; Anyaman halus.
Batik Trusmi Mega Mendung; Kain; Losari; Batik Trusmi; Cap kombinasi tulis.
Minyak Kayu Putih 60 ml; Perawatan tubuh; Banda Lonthoir; Penyuling Buru; Sulingan daun.
Minyak Pala Gosok 30 ml; Perawatan tubuh; Banda Lonthoir; Penyuling Buru; Hangat.
Sabun Susu Kambing 90 g; Perawatan tubuh; Cimenyan; Kambing Etawa; Lembut.
Susu Kambing Etawa Bubuk 200 g; Minuman; Cimenyan; Kambing Etawa; Rasa cokelat.
Masker Beras 100 g; Perawatan tubuh; Cianjur Kidul; Ayu Alami; Bedak dingin.
Sukulen Pot 8 cm; Tanaman; Malabar; Kebun Mini; Tahan panas.
Benih Cabai Rawit 10 g; Tanaman; Malabar; Kebun Mini; Tumbuh 90 persen.
`)
