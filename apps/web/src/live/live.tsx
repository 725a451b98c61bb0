import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { ActionChange } from '../api/action.ts';
import { useApp } from '../app-context.ts';
import { useShowToast } from '../ui/toasts.tsx';
import { createChangeBatch } from './change-batch.ts';
import { type Connection, useConnectionOf } from './connection.ts';
import type { StreamState } from './event-stream.ts';

const ConnectionContext = createContext<Connection>('live');

export const useConnection = () => useContext(ConnectionContext);

/** Keeps what the pages show up to date with the server, for as long as it is on the page. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const app = useApp();
  const queries = useQueryClient();
  const showToast = useShowToast();
  const [stream, setStream] = useState<StreamState>('connecting');
  const wasBroken = useRef(false);

  useEffect(() => {
    const batch = createChangeBatch({ actions: app.actions, queries, showToast });
    const end = app.follow({
      onData: (data) => {
        const change = ActionChange.safeParse(JSON.parse(data));
        if (change.success) batch.add(change.data.actionId);
      },
      onState: (state) => {
        setStream(state);
        // What changed while nobody listened may be more than the stream can tell.
        if (state === 'open' && wasBroken.current) void queries.invalidateQueries();
        if (state !== 'connecting') wasBroken.current = state === 'broken';
      },
    });
    return () => {
      end();
      batch.stop();
    };
  }, [app, queries, showToast]);

  return <ConnectionContext value={useConnectionOf(stream)}>{children}</ConnectionContext>;
}
