import { Link } from '@tanstack/react-router';
import { isApiError } from '../../api/api-error.ts';
import { catalogueTexts } from '../../texts/catalogue.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Outcome } from './use-catalogue.ts';

const words = catalogueTexts.outcome;

/** What became of it, as it is: done, simulated, asked for, not done, or unknown. */
export function OutcomeNotice({ outcome }: { readonly outcome: Outcome }) {
  if (outcome.status === 'failed') return <Failure error={outcome.error} />;
  if (outcome.status === 'accepted')
    return (
      <Notice tone="info" isNews>
        <p>{words.accepted}</p>
        {outcome.action_id !== undefined && (
          <Link className="button button-plain" to="/inbox" search={{ action: outcome.action_id }}>
            {words.open}
          </Link>
        )}
      </Notice>
    );
  const isSimulated = outcome.result['simulated'] === true;
  return (
    <>
      <Notice tone={isSimulated ? 'info' : 'good'} isNews>
        {isSimulated ? words.simulated : words.executed}
      </Notice>
      <details className="card-sample" open>
        <summary>{words.result}</summary>
        <code>{JSON.stringify(outcome.result, null, 2)}</code>
      </details>
    </>
  );
}

function Failure({ error }: { readonly error: Error }) {
  if (isApiError(error, 'UNREACHABLE', 'UNEXPECTED'))
    return (
      <Notice tone="warning" isNews>
        {words.lost}
      </Notice>
    );
  const isUnknown = isApiError(error, 'OUTCOME_UNKNOWN');
  return (
    <Notice tone={isUnknown ? 'warning' : 'bad'} isNews>
      <p>{isUnknown ? words.unknown : words.not_executed}</p>
      <p>
        <bdi>{error.message}</bdi>
        {isApiError(error) && ` (${error.code})`}
      </p>
      {isUnknown && <p>{words.unknownAdvice}</p>}
      {isApiError(error) && error.requestId !== null && <p>{words.request(error.requestId)}</p>}
    </Notice>
  );
}
