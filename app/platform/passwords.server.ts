import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

// OWASP's first choice for argon2id, the library's default kind: 19 MiB, two passes, about 20 ms here.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
let nobodys: Promise<string> | undefined

/** A secret that people type, as the database keeps it. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost)
}

/** Whether the secret is the one that was hashed. Takes the same time, and is false, where there is no hash. */
export async function verifyPassword(hashed: string | null | undefined, password: string): Promise<boolean> {
  nobodys ??= hashPassword(randomBytes(16).toString('hex'))
  const isOne = hashed?.startsWith('$argon2id$') === true
  const isRight = await verify(isOne ? hashed : await nobodys, password.normalize('NFKC'))
  return isOne && isRight
}
