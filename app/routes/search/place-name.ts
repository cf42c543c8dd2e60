import type { PlaceNear } from '#app/domain/search/near.server.ts'
import { say, t } from '#app/messages/say.ts'

/** `Desa Beji`, `Kelurahan Temas`, `Panderman Junrejo`, `lokasi saya`. */
export function placeName({ kind, name }: PlaceNear): string {
  if (kind === 'here') return t('near.here')
  if (kind === 'store') return name
  return say({ key: kind === 'desa' ? 'shop.desa' : 'shop.kelurahan', name })
}
