import { Form } from '@remix-run/react'
import { useCallback, useMemo, useState } from 'react'
import type { Awaited } from '#app/domain/proposals/approvers.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import type { Day } from '#app/platform/calendar.ts'
import { FormProblem } from '#app/ui/field.tsx'
import { usePhotoGate } from '../../photos/use-photo-gate.ts'
import { MembershipField } from '../../portal.tsx'
import { sendText } from '../../waiting.tsx'
import { type Answer, answeredOf } from './answered.ts'
import { EndedCheck } from './ended-check.tsx'
import { type FormState, hasProblem, standingsOf } from './form-state.ts'
import { MoreFields } from './more-section.tsx'
import { CartonFields, PermitFields, StockFields, StoryFields } from './other-sections.tsx'
import { PackFields } from './pack-section.tsx'
import { type Neighbour, Preview } from './preview.tsx'
import { PriceFields } from './price-section.tsx'
import { type Category, ProductFields } from './product-section.tsx'
import { rowsIn } from './rows.ts'
import { Section } from './section.tsx'
import { summaryOf } from './summaries.ts'
import { Bands, PhotosAwaited, TaskBar } from './task-bar.tsx'
import { TermsChoice } from './terms-choice.tsx'
import { fieldsIn, type Section as Name, sections, type Typed } from './typed.ts'
import { useProductForm } from './use-product-form.ts'
import { type Producer, WhoField } from './who-field.tsx'

export type ProductFormProps = {
  title: string
  back: string
  membershipId: string
  proposalId: string
  productId: string | null
  version: number
  typed: Typed
  savedAt: Date | null
  today: Day
  producers: Producer[]
  /** A producer writes for itself: nobody is chosen, and photos go its own way. */
  isOwn: boolean
  categories: Category[]
  neighbours: Neighbour[]
  awaited: Awaited
  /** What the approver asked for. */
  reason: string | null
  /** What came back of the form. */
  answer: Answer
}

export function ProductForm(props: ProductFormProps) {
  const { membershipId, proposalId, productId, version, today, producers, awaited } = props
  const { answered, isHeld } = useMemo(() => answeredOf(props.answer), [props.answer])
  // What the fields were drawn with stays; from then on they hold what is typed.
  const [{ drawn, turn }, setDrawn] = useState({ drawn: answered?.typed ?? props.typed, turn: 0 })
  const redraw = useCallback(
    (typed: Typed) => setDrawn((before) => ({ drawn: typed, turn: before.turn + 1 })),
    [],
  )
  const living = useProductForm({ ...props, drawn, redraw, answered, isHeld })
  const { typed, findings, shown } = living
  const gate = usePhotoGate(living.form)
  const state: FormState = { drawn, typed, today, photoHash: typed.photoHash, findings, shown }
  const standings = standingsOf(state)
  const [isOpenAtFirst] = useState(() => openAtFirst(state, version))
  const producer = producers.find(({ id }) => id === typed.producerId)
  const formErrors = answered?.errors['']
  // Nobody is told what is missing from what they have not begun.
  const isBegun = (name: Name) =>
    version > 0 || answered || fieldsIn(name, typed).some((field) => typed[field] !== props.typed[field])
  const section = (name: Name) => ({
    name,
    standing: isBegun(name) ? standings[name] : null,
    summary: summaryOf(name, typed),
    isOpen: isOpenAtFirst[name] || hasProblem(name, shown),
  })
  return (
    <div className="product-page">
      <TaskBar title={props.title} back={props.back} savedAt={props.savedAt} keptAt={living.keptAt} />
      <Bands isHeld={isHeld} reason={props.reason} living={living} />
      {gate.isHolding && gate.pending > 0 && <PhotosAwaited count={gate.pending} />}
      <main className="product-form" id="usulan">
        <Form
          method="post"
          encType="multipart/form-data"
          id="product"
          ref={living.form}
          noValidate
          onInput={() => living.reread()}
          onBlur={living.onBlur}
          onSubmit={(event) => {
            living.onSubmit(event)
            gate.onSubmit(event)
          }}
        >
          <EnterSaves />
          <FormProblem errors={formErrors} />
          <MembershipField membershipId={membershipId} />
          <Identity
            proposalId={typed.proposalId ?? proposalId}
            version={typed.version ?? version}
            productId={productId}
          />
          <input type="hidden" name="moreCount" value={rowsIn(drawn)} />
          {drawn.variantId && <input type="hidden" name="variantId" value={drawn.variantId} />}
          <Whose isOwn={props.isOwn} producers={producers} state={state} />
          <Section {...section('product')}>
            <ProductFields
              state={state}
              membershipId={membershipId}
              photosAt={props.isOwn ? paths.producer.photos : paths.cooperative.photos}
              proposalId={typed.proposalId ?? proposalId}
              categories={props.categories}
              onType={living.reread}
              onPending={gate.setPending}
            />
          </Section>
          <Section {...section('pack')}>
            <PackFields state={state} onType={living.reread} />
          </Section>
          <Section {...section('carton')}>
            <CartonFields state={state} />
          </Section>
          <Section {...section('price')}>
            <PriceFields
              state={state}
              producerName={producer?.name ?? t('product.the_producer')}
              onType={living.reread}
            />
            <TermsChoice state={state} />
            {drawn.variantId && rowsIn(drawn) > 0 && <EndedCheck state={state} />}
          </Section>
          <Section {...section('more')}>
            <MoreFields
              key={turn}
              state={state}
              producerName={producer?.name ?? t('product.the_producer')}
              isChange={productId !== null}
              onType={living.reread}
              onRows={living.changeRows}
            />
          </Section>
          <Section {...section('permit')}>
            <PermitFields state={state} />
          </Section>
          {!productId && (
            <Section {...section('stock')}>
              <StockFields state={state} />
            </Section>
          )}
          <Section {...section('story')}>
            <StoryFields state={state} />
          </Section>
        </Form>
        <Preview state={state} neighbours={props.neighbours} />
      </main>
      <SendBar isSending={living.isSending} awaited={awaited} />
    </div>
  )
}

type IdentityProps = { proposalId: string; version: string | number; productId: string | null }

/** Which proposal this is, and which version of it was read. */
function Identity({ proposalId, version, productId }: IdentityProps) {
  return (
    <>
      <input type="hidden" name="proposalId" value={proposalId} />
      <input type="hidden" name="version" value={version} />
      {productId && <input type="hidden" name="productId" value={productId} />}
    </>
  )
}

/** A producer writes for itself; an officer says for whom. */
function Whose({ isOwn, producers, state }: { isOwn: boolean; producers: Producer[]; state: FormState }) {
  if (!isOwn) return <WhoField producers={producers} state={state} />
  return <input type="hidden" name="producerId" value={producers[0]?.id ?? ''} />
}

/** Enter in a field saves a draft; it presses no button of a row. */
function EnterSaves() {
  return (
    <button className="visually-hidden" type="submit" name="intent" value="draft" tabIndex={-1} aria-hidden>
      {t('product.save_draft')}
    </button>
  )
}

function SendBar({ isSending, awaited }: { isSending: boolean; awaited: Awaited }) {
  return (
    <div className="send-bar">
      <button
        className="button second"
        form="product"
        type="submit"
        name="intent"
        value="draft"
        aria-busy={isSending}
      >
        {t('product.save_draft')}
      </button>
      <button
        className="button main"
        form="product"
        type="submit"
        name="intent"
        value="submit"
        aria-busy={isSending}
      >
        {isSending ? t('form.sending') : sendText(awaited)}
      </button>
    </div>
  )
}

// Of a form that was never saved the main parts are open; later, what still needs somebody is.
function openAtFirst(state: FormState, version: number): Record<Name, boolean> {
  const standings = standingsOf(state)
  const isFolded = (name: Name) =>
    version === 0
      ? name === 'stock' || name === 'story' || (name === 'more' && !rowsIn(state.drawn))
      : ['done', 'empty'].includes(standings[name].is)
  const names = Object.keys(sections) as Name[]
  return Object.fromEntries(names.map((name) => [name, !isFolded(name)])) as Record<Name, boolean>
}
