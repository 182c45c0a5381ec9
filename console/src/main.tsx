import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AdminApiError } from './api/backend.ts';
import { chooseBackend } from './api/choose-backend.ts';
import { BackendContext } from './api/queries.ts';
import { App } from './app.tsx';
import './styles/base.css';
import './styles/layout.css';
import './styles/parts.css';
import './styles/screens.css';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');

const backend = chooseBackend(location);

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // Events say what is stale; until then nothing is asked for twice.
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      placeholderData: <T,>(previous: T): T => previous,
      retry: (count, error) => error instanceof AdminApiError && error.status === 0 && count < 2,
    },
  },
});

createRoot(root).render(
  <StrictMode>
    <BackendContext value={backend}>
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </BackendContext>
  </StrictMode>,
);
