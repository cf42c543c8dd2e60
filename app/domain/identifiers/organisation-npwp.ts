import type { Read } from './gtin.ts'
import { readNpwp } from './npwp.ts'

/** The NPWP of an organisation: it begins with 0. One that is a person's NIK is refused, and not repeated. */
export function readOrganisationNpwp(written: string): Read {
  const read = readNpwp(written)
  if ('value' in read && !read.value.startsWith('0')) return { problem: { key: 'npwp.of_a_person' } }
  return 'problem' in read && read.problem.key === 'npwp.nik'
    ? { problem: { key: 'npwp.of_a_person' } }
    : read
}
