import { producerKinds } from '#app/domain/certificates/rules.ts'
import type { CertificateKind } from '#app/generated/prisma/enums.ts'
import { t } from '#app/messages/say.ts'

/** What an address says of a form for papers: which kind is renewed, and which was sent just now. */
export function renewing(request: Request, kinds: readonly CertificateKind[]) {
  const { searchParams } = new URL(request.url)
  return {
    kind: kinds.find((kind) => kind === searchParams.get('jenis')) ?? null,
    sent: producerKinds.find((kind) => kind === searchParams.get('terkirim')) ?? null,
  }
}

export function PaperSent({ kind }: { kind: CertificateKind }) {
  return (
    <p className="band ok" role="status">
      <strong>
        {t('certificate.sent')}: {t(`certificate.kind.${kind}`)}
      </strong>
    </p>
  )
}
