import { texts } from '../texts.ts';
import { useMomentText } from '../ui/moment.tsx';
import type { Difference } from './difference.ts';

const Was = ({ text }: { readonly text: string | null }) =>
  text === null ? (
    <span className="was was-new">{texts.action.added}</span>
  ) : (
    <span className="was">
      <span className="visually-hidden">{texts.action.was} </span>
      <del>{text}</del>
    </span>
  );

const isMoment = (value: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value);

/** A moment once more, as the clock of whoever looks at it shows it. */
function LocalTime({ value }: { readonly value: string }) {
  const momentText = useMomentText();
  return isMoment(value) && <span className="fact-local">{texts.action.forYou(momentText(value))}</span>;
}

/** What will be sent, each fact on a line of its own, with what it was before where it changed. */
export function Facts({ difference: { facts, gone } }: { readonly difference: Difference }) {
  if (facts.length === 0 && gone.length === 0) return <p className="facts-none">{texts.action.noFacts}</p>;
  return (
    <dl className="facts">
      {facts.map(({ label, value, was }) => (
        <div key={label} className={was === undefined ? 'fact' : 'fact fact-changed'}>
          <dt>{label}</dt>
          <dd>
            <bdi>{value}</bdi>
            <LocalTime value={value} />
            {was !== undefined && <Was text={was} />}
          </dd>
        </div>
      ))}
      {gone.map(({ label, value }) => (
        <div key={label} className="fact fact-gone">
          <dt>{label}</dt>
          <dd>
            <del>{value}</del>
            <span className="was was-new">{texts.action.removed}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
