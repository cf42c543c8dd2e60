/** Files that are sent as proof: what is taken, and what is wrong with one. */
export const documents = {
  'document.missing': 'Pilih satu berkas, atau potret dengan HP.',
  'document.too_large':
    'Berkas ini {size} MB. Paling besar {most} MB; potret lagi, atau simpan sebagai PDF kecil.',
  'document.wrong_type':
    'Kirim PDF atau foto (JPG, PNG, WebP). Berkas jenis lain tidak bisa dibuka pemeriksa.',
  'document.unreadable': 'Berkas ini rusak. Potret lagi, atau simpan ulang sebagai PDF.',
  'document.locked': 'PDF ini terkunci kata sandi. Simpan tanpa kata sandi, atau potret kertasnya.',
  'document.active':
    'PDF ini berisi program atau berkas lain. Cetak ulang menjadi PDF biasa, atau potret kertasnya.',
  'document.too_many_pixels': 'Foto ini terlalu besar. Potret lagi dengan ukuran biasa.',
} as const
