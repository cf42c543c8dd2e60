const longest = 2048
/** Smaller files are sent as they are: nothing is won by decoding them on a slow phone. */
const worthShrinking = 1.5 * 1024 * 1024

/**
 * The photo as it is sent: a large one upright, at most 2,048 px, as JPEG, so that a slow network carries it.
 *
 * What the browser cannot decode is sent as it is, and the server says what is wrong with it.
 */
export async function shrinkPhoto(file: File): Promise<Blob> {
  if (file.size < worthShrinking) return file
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = longest / Math.max(picture.width, picture.height)
    // Already small enough, or so large that only the server's refusal is right.
    if (scale >= 1 || picture.width * picture.height > 50_000_000) return file
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const jpeg = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.9))
    return jpeg && jpeg.size < file.size ? jpeg : file
  } catch {
    return file
  }
}
