import path from 'node:path'

/** The folder in which a test finds the pictures that anybody may be sent. */
export const mediaDir = () => path.resolve(process.env.UPLOAD_DIR ?? '', 'media')
