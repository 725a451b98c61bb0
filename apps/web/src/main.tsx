import '@fontsource-variable/geist';
import '@fontsource-variable/geist-mono';
import './styles/index.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { isApiError } from './api/api-error.ts';
import { AppContext } from './app-context.ts';
import { composeApp } from './compose.ts';
import { readConfig } from './config.ts';
import { router } from './routes.tsx';
import { NotStarted } from './shell/not-started.tsx';

/** What the person did is sent now or not at all: an answer must not go out minutes later, when they are back. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      refetchOnReconnect: true,
      staleTime: 10_000,
      retry: (failures, error) => failures < 2 && isApiError(error, 'UNREACHABLE', 'UNAVAILABLE'),
    },
    mutations: { networkMode: 'always' },
  },
});

async function begun(): Promise<ReactNode> {
  const config = await readConfig().catch(() => null);
  if (config === null) return <NotStarted />;
  const app = composeApp(config);
  if (app.signIn.kind === 'oidc') await app.signIn.finish();
  return (
    <AppContext value={app}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </AppContext>
  );
}

const page = document.getElementById('page');
if (page === null) throw new Error('index.html has no #page');
createRoot(page).render(<StrictMode>{await begun()}</StrictMode>);
