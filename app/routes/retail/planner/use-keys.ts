import { useEffect } from 'react'
import type { PlanAction } from './plan-state.ts'

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input, select, textarea')

type Keys = { dispatch: (action: PlanAction) => void; search: () => void; order: () => void }

/** Keys that work wherever one is: `/` searches, Ctrl Z undoes, Ctrl Enter orders. */
export function useKeys({ dispatch, search, order }: Keys): void {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      const isControl = event.ctrlKey || event.metaKey
      if (event.key === '/' && !isTyping(event.target)) search()
      else if (isControl && event.key === 'Enter') order()
      else if (isControl && !isTyping(event.target) && event.key.toLowerCase() === 'z')
        dispatch({ do: event.shiftKey ? 'redo' : 'undo' })
      else if (isControl && !isTyping(event.target) && event.key.toLowerCase() === 'y')
        dispatch({ do: 'redo' })
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [dispatch, search, order])
}

/** What a key does to the selected placement; null for a key that does nothing. */
export function stepOf({ key, shiftKey }: { key: string; shiftKey: boolean }): PlanAction | null {
  const mm = shiftKey ? 1 : 10
  switch (key) {
    case 'ArrowLeft':
      return { do: 'nudge', byMm: -mm }
    case 'ArrowRight':
      return { do: 'nudge', byMm: mm }
    case 'ArrowUp':
      return { do: 'board', step: 1 }
    case 'ArrowDown':
      return { do: 'board', step: -1 }
    case '+':
    case '=':
      return { do: 'facings', by: 1 }
    case '-':
    case '_':
      return { do: 'facings', by: -1 }
    case 'Delete':
    case 'Backspace':
      return { do: 'remove', id: null }
    case 'Escape':
      return { do: 'select', id: null }
    default:
      return null
  }
}
