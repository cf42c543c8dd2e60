import type { Read } from './gtin.ts'

/** A NIK koperasi (nomor induk koperasi): 10 to 16 digits, without a public check digit. */
export function readNikKoperasi(written: string): Read {
  const value = written.replace(/[\s.-]/g, '')
  if (!/^\d+$/.test(value)) return { problem: { key: 'nik_koperasi.digits' } }
  if (value.length < 10 || value.length > 16)
    return { problem: { key: 'nik_koperasi.count', count: value.length } }
  return { value }
}
