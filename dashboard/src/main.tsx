import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { learnMe } from './api/me'
import { againAfterFailure, isFinal } from './api/problem'
import { Live } from './live/live'
import './parts/tokens.css'
import './parts/base.css'
import './parts/colours'
import { Shell } from './shell/Shell'
import { Starting } from './shell/Starting'
import { LanguageProvider } from './words/language'

const cache = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // What is refused stays refused; what didn't answer is asked again, ever more slowly, for as long as the page is open.
      retry: (failures, failure) => !isFinal(failure) && failures < 3,
      retryDelay: attempt => Math.min(500 * 2 ** attempt, 10_000),
      refetchInterval: againAfterFailure,
      refetchOnWindowFocus: false,
    },
  },
})

const place = document.getElementById('page')
if (!place) throw new Error('index.html has no place for the page')

createRoot(place).render(
  <StrictMode>
    <LanguageProvider>
      <QueryClientProvider client={cache}>
        <Starting learn={learnMe}>
          <Live>
            <Shell />
          </Live>
        </Starting>
      </QueryClientProvider>
    </LanguageProvider>
  </StrictMode>,
)
