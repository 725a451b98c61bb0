import { useEffect, useState } from 'react';
import { useApp } from '../app-context.ts';
import { texts } from '../texts.ts';

const everyMs = 30_000;

/** The present, often enough for words such as "today". */
function useNow(): number {
  const { now } = useApp();
  const [moment, setMoment] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setMoment(now()), everyMs);
    return () => clearInterval(timer);
  }, [now]);
  return moment;
}

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });

const dayNumber = (moment: Date) => Math.floor((moment.getTime() - moment.getTimezoneOffset() * 60_000) / 86_400_000);

/** "14:03" today, "tomorrow 14:03", "3 Dec 14:03". */
function momentText(iso: string, now: number): string {
  const moment = new Date(iso);
  const days = dayNumber(moment) - dayNumber(new Date(now));
  const time = clock.format(moment);
  if (days === 0) return time;
  if (days === 1) return `${texts.times.tomorrow} ${time}`;
  return days === -1 ? `${texts.times.yesterday} ${time}` : `${day.format(moment)} ${time}`;
}

/** The words for a moment, as they are right now. */
export function useMomentText(): (iso: string) => string {
  const now = useNow();
  return (iso) => momentText(iso, now);
}

export function Moment({ at }: { readonly at: string }) {
  const text = useMomentText();
  return (
    <time dateTime={at} title={full.format(new Date(at))}>
      {text(at)}
    </time>
  );
}
