export const retail = {
  'drawing.item': '{name}: {facings} muka, {width}',
  'drawing.facings': '{facings} muka',
  'drawing.free': 'kosong',
  'drawing.short_of': 'Kurang {missing}',
  'drawing.level': 'Papan',
  'drawing.what': 'Isi',
  'drawing.how_many': 'Muka',
  'drawing.from': 'Dari kiri',
  'drawing.width': 'Lebar',
} as const
