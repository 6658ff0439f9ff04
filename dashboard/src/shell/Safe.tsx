import { Component, type ReactNode } from 'react'
import { useWords } from '../words/language'
import { shared } from '../words/shared'
import { texts } from './words'

/** Keeps the rest of the page when one screen fails. */
export class Safe extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <Crashed again={() => this.setState({ failed: false })} /> : this.props.children
  }
}

function Crashed({ again }: { again: () => void }) {
  const w = useWords(texts)
  const { tryAgain } = useWords(shared)
  return (
    <div className="state" role="alert">
      <p className="state-title">{w.crashed}</p>
      <p className="quiet">{w.crashedWhat}</p>
      <button type="button" onClick={again}>
        {tryAgain}
      </button>
    </div>
  )
}
