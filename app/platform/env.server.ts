import { z } from 'zod'
import { verifyPassword } from './passwords.server.ts'
import { readKeys } from './personal-key.server.ts'

const settings = z.object({
  DATABASE_URL: z.string().min(1),
  UPLOAD_DIR: z.string().min(1),
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().min(1),
  S3_SECRET_ACCESS_KEY: z.string().min(1),
  PUBLIC_ORIGIN: z.url({ protocol: /^https$/ }),
  PERSONAL_DATA_KEY: z.string().refine(isReadable),
  SEED: z.undefined().optional(),
})

const inS3 = settings.omit({ UPLOAD_DIR: true })
const inFolder = settings.omit({ S3_BUCKET: true, S3_ACCESS_KEY_ID: true, S3_SECRET_ACCESS_KEY: true })

function isReadable(keys: string): boolean {
  try {
    return readKeys(keys).length > 0
  } catch {
    return false
  }
}

/** What the demonstration's people sign in with; see prisma/seed. */
const seededPassword = 'rak-lokal'

/**
 * Refuses to go on in production without what it needs. Elsewhere everything has a default.
 *
 * @throws Error that names every variable that is missing or wrong.
 */
export function requireSettings(env: Record<string, string | undefined> = process.env): void {
  if (env.RAK_ENV !== 'production') return
  const found = (env.S3_BUCKET ? inS3 : inFolder).safeParse(env)
  if (found.success) return
  const names = [...new Set(found.error.issues.map(({ path }) => String(path[0])))]
  const missing = names.filter((name) => name !== 'SEED' && !env[name])
  const wrong = names.filter((name) => !missing.includes(name))
  const said = [
    missing.length && `set ${missing.join(', ')}`,
    wrong.includes('PUBLIC_ORIGIN') && 'PUBLIC_ORIGIN must begin with https://',
    wrong.includes('PERSONAL_DATA_KEY') &&
      'PERSONAL_DATA_KEY must read name:base64 of 32 bytes (openssl rand -base64 32)',
    wrong.includes('SEED') && 'unset SEED: nothing is demonstrated on real data',
  ]
  throw new Error(`RAK_ENV=production: ${said.filter(Boolean).join('; ')}`)
}

/**
 * The same, and in production not while somebody can still sign in with the password that the seed gave.
 *
 * @throws Error that names the variable or the sign-in.
 */
export async function requireSafeSettings(): Promise<void> {
  requireSettings()
  if (process.env.RAK_ENV !== 'production') return
  const { pool } = await import('./db.server.ts')
  // The addresses of nobody, and who has a phone only and belongs where they do.
  const { rows } = await pool.query<{ identifier: string; hash: string }>(`
    select coalesce(p.email, p.phone) as identifier, p.password_hash as hash
    from people p
    where p.email like '%.example' or (p.email is null and exists (
      select from memberships mine
      join memberships theirs on theirs.organisation_id = mine.organisation_id
      join people other on other.id = theirs.person_id
      where mine.person_id = p.id and other.email like '%.example'
    ))
    order by 1`)
  for (const { identifier, hash } of rows)
    if (await verifyPassword(hash, seededPassword))
      throw new Error(
        `RAK_ENV=production: ${identifier} still has the password of the seed; give it another, or start with an empty database`,
      )
}
