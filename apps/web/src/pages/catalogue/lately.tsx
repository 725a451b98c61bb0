import { Link } from '@tanstack/react-router';
import type { AskedFor } from '../../api/performances.ts';
import { catalogueTexts } from '../../texts/catalogue.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useRequests } from './use-catalogue.ts';

const words = catalogueTexts.lately;
const statuses: Readonly<Record<string, string>> = catalogueTexts.statuses;
const tones: Readonly<Record<string, string>> = {
  executed: 'completed',
  not_executed: 'failed',
  unknown: 'awaiting_approval',
};
const shownMax = 5;

/** What was asked for and how it ended; above it what nobody knows the end of. */
export function Lately() {
  const requests = useRequests();
  return (
    <section aria-labelledby="lately-title">
      <h2 id="lately-title">{words.title}</h2>
      <p className="lead">{words.lead}</p>
      <Loaded query={requests}>
        {(all) => {
          const unknown = all.filter(({ status }) => status === 'unknown');
          const others = all.filter(({ status }) => status !== 'unknown').slice(0, shownMax);
          if (all.length === 0) return <p className="nothing-here">{words.none}</p>;
          return (
            <>
              {unknown.length > 0 && (
                <Notice tone="warning">
                  <p>{words.unknownTitle}</p>
                  <p>{catalogueTexts.outcome.unknownAdvice}</p>
                </Notice>
              )}
              <ul className="cards">
                {[...unknown, ...others].map((asked) => (
                  <AskedForCard key={asked.request_id} asked={asked} />
                ))}
              </ul>
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

const AskedForCard = ({ asked }: { readonly asked: AskedFor }) => (
  <li className="card">
    <h3>
      <bdi>
        {asked.platform} {asked.action_type.replaceAll('_', ' ')}
      </bdi>{' '}
      <span className={`status status-${tones[asked.status] ?? ''}`}>{statuses[asked.status] ?? asked.status}</span>
    </h3>
    {asked.error !== null && (
      <p>
        <bdi>{asked.error.message}</bdi> ({asked.error.code})
      </p>
    )}
    <p className="card-fine">
      <Moment at={asked.received_at} />, {catalogueTexts.outcome.request(asked.request_id)}
    </p>
    {typeof asked.action_id === 'string' && (
      <div className="card-buttons">
        <Link className="button button-plain" to="/inbox" search={{ action: asked.action_id }}>
          {catalogueTexts.outcome.open}
        </Link>
      </div>
    )}
  </li>
);
