import type { SubmissionResult } from '@conform-to/react'
import { Form, Link, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { PassedOn as Step } from '#app/domain/notices/passed-on-queries.server.ts'
import { photoChangesOf } from '#app/domain/photos/changes.ts'
import { warningsOf } from '#app/domain/proposals/checks.ts'
import type { Content } from '#app/domain/proposals/content.ts'
import type { requireProposal } from '#app/domain/proposals/queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { dayOf, formatDay, formatInstant } from '#app/platform/calendar.ts'
import { Field, FormProblem } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { PackImage, type Photo } from '#app/ui/pack-image.tsx'
import { ContentTable } from './content-table.tsx'
import { sizeName } from './content-text.ts'
import { Differences } from './differences.tsx'
import { MembershipField } from './portal.tsx'
import { ProposalMoves } from './proposal-moves.tsx'
import { ProposalPhotos } from './proposal-photos.tsx'
import { PassedOn, ProposalMark, waitingFor } from './waiting.tsx'

export type ReviewedProposal = Awaited<ReturnType<typeof requireProposal>>

type ProposalReviewProps = {
  proposal: ReviewedProposal
  /** To whom it was passed on; a producer is not told. */
  passedOn?: Step[] | undefined
  membershipId: string
  now: Date
  back: { to: string; text: string }
  result: SubmissionResult<string[]> | undefined
  /** What else the reader may do: change it, take it back. */
  children?: ReactNode
}

/** A proposal as it is judged: the pack, what changes, who waits for whom, and for the approver the two answers. */
export function ProposalReview({
  proposal,
  passedOn,
  membershipId,
  now,
  back,
  result,
  children,
}: ProposalReviewProps) {
  const { content, published, status, mayDecide } = proposal
  const arePhotosChanged = photoChangesOf(proposal.publishedPhotos, proposal.photos).isChanged
  return (
    <main className="page review">
      <header>
        <div>
          <p>
            <Link className="link small" to={back.to}>
              {back.text}
            </Link>
          </p>
          <h1>{content.name}</h1>
          <p className="quiet">
            {say({
              key: published ? 'review.change_for' : 'review.new_for',
              producer: proposal.producerName,
              village: proposal.village,
              cooperative: proposal.cooperativeName,
            })}
          </p>
        </div>
      </header>
      <StatusBand proposal={proposal} now={now} />
      <PassedOn steps={passedOn} />
      <div className="review-columns">
        <div className="review-content">
          <Packs proposal={proposal} />
          <ProposalPhotos
            name={content.name}
            photos={proposal.photos}
            published={published && { name: published.name, photos: proposal.publishedPhotos }}
          />
          {published ? (
            <Differences
              isOtherwiseChanged={arePhotosChanged}
              published={published}
              content={content}
              publishedNames={proposal.publishedNames}
              names={proposal}
            />
          ) : (
            <ContentTable caption={t('review.contents')} content={content} names={proposal} />
          )}
        </div>
        <div className="review-side">
          <Warnings proposal={proposal} now={now} />
          {mayDecide && <Decision proposal={proposal} membershipId={membershipId} result={result} />}
          {status === 'submitted' && !mayDecide && proposal.isOwn && (
            <p className="quiet small">{t('review.own')}</p>
          )}
          {children}
          <section aria-labelledby="jejak">
            <h2 id="jejak">{t('review.trail')}</h2>
            <ProposalMoves moves={proposal.moves} />
          </section>
        </div>
      </div>
    </main>
  )
}

function StatusBand({ proposal, now }: { proposal: ReviewedProposal; now: Date }) {
  const { status, submittedAt, awaited, mayDecide, decidedAt, deciderName, proposerName } = proposal
  if (status === 'submitted' && submittedAt)
    return (
      <p className={mayDecide ? 'band wait' : 'band info'}>
        <ProposalMark
          status="submitted"
          isMine={mayDecide}
          text={
            mayDecide
              ? say({ key: 'review.waits_for_you', name: proposerName, at: formatInstant(submittedAt) })
              : waitingFor(awaited, submittedAt, now)
          }
        />
      </p>
    )
  const said =
    status === 'approved' && decidedAt
      ? say({ key: 'review.approved_by', name: deciderName ?? '', at: formatInstant(decidedAt) })
      : undefined
  return (
    <p className={status === 'approved' ? 'band ok' : status === 'withdrawn' ? 'band' : 'band wait'}>
      <ProposalMark status={status} {...(said && { text: said })} />
      {status === 'approved' && proposal.productSlug && (
        <Link className="link" to={`/produk/${proposal.productSlug}`} reloadDocument>
          {t('review.see_public')}
        </Link>
      )}
    </p>
  )
}

function Packs({ proposal }: { proposal: ReviewedProposal }) {
  const { content, photo, published, publishedPhoto } = proposal
  const isOther = published && published.photoId !== content.photoId
  return (
    <div className="review-packs">
      {isOther && publishedPhoto && (
        <Pack content={published} photo={publishedPhoto} caption={t('review.old_photo')} />
      )}
      <Pack content={content} photo={photo} {...(isOther && { caption: t('review.new_photo') })} />
    </div>
  )
}

function Pack({ content, photo, caption }: { content: Content; photo: Photo | null; caption?: string }) {
  const { name, variants } = content
  const { widthMm, heightMm } = variants[0] ?? {}
  if (!photo) return <p className="quiet">{t('review.no_photo')}</p>
  return (
    <figure className="review-pack">
      <div>
        <PackImage
          photo={photo}
          alt={say({ key: 'review.photo_of', name })}
          widthMm={widthMm ?? 160}
          heightMm={heightMm ?? 230}
          isFirst
        />
      </div>
      {caption && <figcaption className="quiet small">{caption}</figcaption>}
    </figure>
  )
}

function Warnings({ proposal: { content, status }, now }: { proposal: ReviewedProposal; now: Date }) {
  const { variants, pirtNumber } = content
  const found = variants.flatMap((variant) => {
    const texts = warningsOf({ ...variant, pirtNumber }).map((warning) => say(warning))
    const { lotBestBefore } = variant
    // What is too old to be sold is not taken in when the product is approved.
    if (status === 'submitted' && lotBestBefore && lotBestBefore < dayOf(now))
      texts.push(say({ key: 'review.lot_past', day: formatDay(lotBestBefore) }))
    return variants.length > 1 ? texts.map((text) => `${sizeName(variant)}: ${text}`) : texts
  })
  const texts = [...new Set(found)]
  if (texts.length === 0) return null
  return (
    <ul className="warnings">
      {texts.map((text) => (
        <li className="warning" key={text}>
          <Icon name="clock" />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  )
}

type DecisionProps = Pick<ProposalReviewProps, 'membershipId' | 'result' | 'proposal'>

function Decision({ proposal: { id, version, published }, membershipId, result }: DecisionProps) {
  const form = answeredForm(result, 'putusan')
  const isSending = useNavigation().state === 'submitting'
  const reason = form.field('reason')
  const hidden = (
    <>
      <MembershipField membershipId={membershipId} />
      <input type="hidden" name="proposalId" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  )
  return (
    <section className="review-decision" aria-label={t('review.decide')}>
      <FormProblem errors={form.errors} />
      <Form method="post">
        {hidden}
        <button className="button main" type="submit" name="intent" value="approve" aria-busy={isSending}>
          {isSending ? t('form.sending') : t(published ? 'review.approve_change' : 'review.approve_new')}
        </button>
      </Form>
      <details open={Boolean(reason.errors)}>
        <summary className="button second">{t('review.ask')}</summary>
        <Form method="post">
          {hidden}
          <Field label={t('review.reason')} help={t('review.reason_help')} field={reason}>
            {(control) => <textarea {...control} rows={3} maxLength={500} />}
          </Field>
          <button className="button second" type="submit" name="intent" value="ask">
            {t('review.ask_send')}
          </button>
        </Form>
      </details>
    </section>
  )
}
