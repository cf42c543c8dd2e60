import type { ClientActionFunctionArgs, ShouldRevalidateFunction } from '@remix-run/react'

/** What the form is told when its sending did not get through: it is held, and sent again. */
export type Held = { isHeld: true }

/** Sends the form; a lost connection is an answer, not a broken page. */
export async function sendOrHold<Answer>({ serverAction }: ClientActionFunctionArgs): Promise<Answer | Held> {
  try {
    return (await serverAction<Answer>()) as Answer
  } catch (error) {
    // fetch throws a TypeError when nothing came back; answers, also refusals, are something else.
    if (error instanceof TypeError) return { isHeld: true }
    throw error
  }
}

/** Nothing is read again after a sending that did not get through: it would not either. */
export const readAgainUnlessHeld: ShouldRevalidateFunction = ({ actionResult, defaultShouldRevalidate }) =>
  isHeld(actionResult) ? false : defaultShouldRevalidate

const isHeld = (answer: unknown): answer is Held =>
  typeof answer === 'object' && answer !== null && 'isHeld' in answer
