import { useEffect, useState } from 'react';
import type { StreamState } from './event-stream.ts';

export type Connection = 'live' | 'offline' | 'reconnecting';

/** A break is told when it lasts longer than this: most are over before anybody could read about them. */
const toldAfterMs = 1_500;

function useIsOnline(): boolean {
  const [isOnline, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return isOnline;
}

/** How the page stands to the server, told without flicker. */
export function useConnectionOf(stream: StreamState): Connection {
  const isOnline = useIsOnline();
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (stream !== 'broken') return setLong(false);
    const timer = setTimeout(() => setLong(true), toldAfterMs);
    return () => clearTimeout(timer);
  }, [stream]);
  if (!isOnline) return 'offline';
  return stream === 'broken' && isLong ? 'reconnecting' : 'live';
}
