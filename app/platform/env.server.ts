import { z } from 'zod'

const production = z.object({
  DATABASE_URL: z.string().min(1),
  UPLOAD_DIR: z.string().min(1),
  PUBLIC_ORIGIN: z.url(),
})

/**
 * Refuses to go on in production without what it needs, and with the passwords that the seed gave.
 *
 * Elsewhere everything has a default.
 *
 * @throws Error that names every variable that is missing or wrong.
 */
export async function requireSafeSettings(): Promise<void> {
  if (process.env.RAK_ENV !== 'production') return
  const found = production.safeParse(process.env)
  if (!found.success) {
    const names = [...new Set(found.error.issues.map((issue) => issue.path.join('.')))]
    throw new Error(`RAK_ENV=production: set ${names.join(', ')}`)
  }
}
