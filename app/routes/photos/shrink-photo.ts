const longest = 2048
/** Smaller files are sent as they are: nothing is won by decoding them on a slow phone. */
const worthShrinking = 1.5 * 1024 * 1024

/**
 * The photo as it is sent: a large one upright, at most 2,048 px, as JPEG, so that a slow network carries it.
 *
 * What the browser cannot decode is sent as it is, and the server says what is wrong with it; null for HEIC that it
 * cannot decode either.
 */
export async function shrinkPhoto(file: Blob, isHeic: boolean): Promise<Blob | null> {
  // HEIC is not ours to decode; a browser that can, as on an iPhone, makes a JPEG of it.
  const asIs = isHeic ? null : file
  if (file.size < worthShrinking && !isHeic) return file
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = longest / Math.max(picture.width, picture.height)
    // Already small enough, or so large that only the server's refusal is right.
    if (picture.width * picture.height > 50_000_000 || (scale >= 1 && !isHeic)) return asIs
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * Math.min(1, scale))
    canvas.height = Math.round(picture.height * Math.min(1, scale))
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const jpeg = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.9))
    return jpeg && (isHeic || jpeg.size < file.size) ? jpeg : asIs
  } catch {
    return asIs
  }
}
