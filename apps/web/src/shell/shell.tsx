import { useQueryClient } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useSession } from '../app-context.ts';
import { LiveProvider } from '../live/live.tsx';
import { SignedOut } from '../session/signed-out.tsx';
import { texts } from '../texts.ts';
import { ToastProvider, Toasts } from '../ui/toasts.tsx';
import { ConnectionNotice } from './connection-notice.tsx';
import { Navigation } from './navigation.tsx';

/** What surrounds every page of a person. Without a session each address says how to sign in, and stays as it is. */
export function Shell() {
  const session = useSession();
  useFreshData(session?.token);
  if (session === null) return <SignedOut />;
  return (
    <ToastProvider>
      <LiveProvider key={session.userId}>
        <a className="skip-link" href="#main" onClick={skipToMain}>
          {texts.skipToContent}
        </a>
        <div className="shell">
          <Navigation />
          <div className="shell-page">
            <ConnectionNotice />
            <main id="main" tabIndex={-1}>
              <Outlet />
            </main>
          </div>
        </div>
        <Toasts />
      </LiveProvider>
    </ToastProvider>
  );
}

/** What a session that has ended could not fetch is fetched when somebody is signed in again. */
function useFreshData(token: string | undefined): void {
  const queries = useQueryClient();
  const before = useRef(token);
  useEffect(() => {
    if (before.current !== undefined && before.current !== token) void queries.invalidateQueries();
    before.current = token;
  }, [queries, token]);
}

/** The address's hash names the page, so the jump is made by hand. */
function skipToMain(event: { preventDefault(): void }) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
