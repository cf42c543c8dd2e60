export const operator = {
  'operator.portal': 'Pengelola',
  'operator.queue': 'Menunggu pengelola',
  'operator.queue_why':
    'Usulan dari koperasi yang tidak punya orang kedua untuk memeriksanya, yang terlama di atas.',
  'operator.queue_empty': 'Tidak ada usulan yang menunggu pengelola.',
  'operator.from': '{producer}, {cooperative}. Ditulis {name}.',
  'operator.decided': 'Putusan terakhir',
} as const
