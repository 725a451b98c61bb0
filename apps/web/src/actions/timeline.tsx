import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Action, TimelineEvent } from '../api/action.ts';
import { useApp, useSession } from '../app-context.ts';
import { texts } from '../texts.ts';
import { Moment } from '../ui/moment.tsx';
import { timelineKey } from './cache.ts';
import { howText, whoText } from './explain-refusal.ts';

const labels: Readonly<Record<string, string>> = texts.events;

function Entry({ entry: { at, event, by, channel, note }, userId }: { entry: TimelineEvent; userId: string }) {
  const isOwn = channel !== 'system' && channel !== 'policy';
  return (
    <li className={`timeline-${event}`}>
      <span className="timeline-what">{labels[event] ?? event}</span>
      {isOwn && (
        <span>
          {whoText(by, channel, userId)}, {howText(channel)}
        </span>
      )}
      <Moment at={at} />
      {note !== null && note !== '' && <span className="timeline-note">{note}</span>}
    </li>
  );
}

/** Everything that happened to an action, newest first: who, when, through what, why. */
export function Timeline({ action: { id, rev } }: { readonly action: Action }) {
  const { actions } = useApp();
  const userId = useSession()?.userId ?? '';
  const { data } = useQuery({
    queryKey: timelineKey(id, rev),
    queryFn: () => actions.timeline(id),
    placeholderData: keepPreviousData,
  });
  return (
    <section className="timeline">
      <h2>{texts.action.timeline}</h2>
      <ol reversed>
        {data?.toReversed().map((entry) => (
          <Entry key={entry.seq} entry={entry} userId={userId} />
        ))}
      </ol>
    </section>
  );
}
