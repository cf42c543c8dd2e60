import { fieldsOf, tableKinds } from '#app/domain/imports/columns.ts'

const others: Record<string, string> = {
  file: 'Berkas',
  categorySlug: 'Kategori',
  producerId: 'Produsen',
  isEnded: 'Tidak dijual lagi',
  consentWay: 'Persetujuan',
}

/** How people call a field of an import. */
export function fieldHeader(kind: string, name: string): string {
  const fields = [...tableKinds.filter((one) => one === kind), ...tableKinds].flatMap((one) => fieldsOf[one])
  return fields.find((field) => field.name === name)?.header ?? others[name] ?? name
}
