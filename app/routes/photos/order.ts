// The order of photos in a form, where it is written by script and where a button of the form asks for it.

/** A photo as a form carries it. */
export type FormPhoto = { id: string; hash: string; alt: string }

/** The photos that a form names, in order; one that names only its main photo has that one. */
export function photosIn(typed: Record<string, string>): FormPhoto[] {
  const photos: FormPhoto[] = []
  for (let i = 0; typed[`photos[${i}].id`]; i++)
    photos.push({
      id: typed[`photos[${i}].id`] ?? '',
      hash: typed[`photos[${i}].hash`] ?? '',
      alt: typed[`photos[${i}].alt`] ?? '',
    })
  if (photos.length || !typed.photoId) return photos
  return [{ id: typed.photoId, hash: typed.photoHash ?? '', alt: '' }]
}

/** Photos as the fields of a form. */
export function fieldsOf(photos: FormPhoto[]): Record<string, string> {
  const fields: Record<string, string> = { photoId: photos[0]?.id ?? '', photoHash: photos[0]?.hash ?? '' }
  for (const [i, { id, hash, alt }] of photos.entries())
    Object.assign(fields, { [`photos[${i}].id`]: id, [`photos[${i}].hash`]: hash, [`photos[${i}].alt`]: alt })
  return fields
}

/** Takes what stands at a place to another one. */
export function placed<T>(list: T[], from: number, to: number): T[] {
  const one = list[from]
  if (one === undefined || to < 0 || to >= list.length) return list
  const others = list.filter((_, i) => i !== from)
  return [...others.slice(0, to), one, ...others.slice(to)]
}

/** The text of a form. */
export const textOf = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))

/** Puts photos in the place of those that a form has. */
export function setPhotos(form: FormData, photos: FormPhoto[]): void {
  for (const name of [...form.keys()]) if (name.startsWith('photo')) form.delete(name)
  for (const [name, value] of Object.entries(fieldsOf(photos))) form.set(name, value)
}

/** The photos as a button of the form asks for them: `foto:utama:2`. Null for other buttons. */
export function asAsked(photos: FormPhoto[], intent: string): FormPhoto[] | null {
  const [, what, place = ''] = /^foto:(utama|naik|turun|hapus):(\d)$/.exec(intent) ?? []
  if (!what) return null
  const at = Number(place)
  if (what === 'hapus') return photos.filter((_, i) => i !== at)
  return placed(photos, at, what === 'utama' ? 0 : what === 'naik' ? at - 1 : at + 1)
}

/** What was typed, with its photos as a button of the form asks for them. Null for other buttons. */
export function changedPhotos(typed: Record<string, string>, intent: string): Record<string, string> | null {
  const photos = asAsked(photosIn(typed), intent)
  if (!photos) return null
  const others = Object.entries(typed).filter(([name]) => !name.startsWith('photo'))
  return { ...Object.fromEntries(others), ...fieldsOf(photos) }
}
