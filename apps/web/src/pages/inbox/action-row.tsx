import { Link } from '@tanstack/react-router';
import { MoveButtons } from '../../actions/move-buttons.tsx';
import { StatusPill } from '../../actions/status-pill.tsx';
import { usePinned } from '../../actions/use-pinned.ts';
import type { Action, Wording } from '../../api/action.ts';
import { texts } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { CodeBadge } from '../../ui/code-badge.tsx';
import { Icon, isIcon } from '../../ui/icon.tsx';
import { Moment } from '../../ui/moment.tsx';
import { useShowToast } from '../../ui/toasts.tsx';

interface ActionRowProps {
  readonly action: Action;
  readonly isOpened: boolean;
  readonly isSelected: boolean;
  readonly onSelect: (isSelected: boolean) => void;
}

const linesMax = 6;
const charsMax = 160;

/** Whether a row shows all of it: nobody says yes to what they could not see. */
const isShort = ({ title, facts }: Wording) =>
  title.length <= charsMax &&
  facts.length <= linesMax &&
  facts.every(({ value }) => value.length <= charsMax && !value.includes('\n'));

const ReviewLink = ({ action: { id, wording } }: { readonly action: Action }) => (
  <Link
    className="button button-primary"
    from="/inbox"
    search={(search) => ({ ...search, action: id })}
    aria-label={texts.moves.label(texts.inbox.review, wording.title)}
  >
    {texts.inbox.review}
  </Link>
);

export function ActionRow({ action, isOpened, isSelected, onSelect }: ActionRowProps) {
  const showToast = useShowToast();
  const { shown, newer, accept } = usePinned(action);
  const { verb, title, facts, problem } = shown.wording;
  const isReadWhole = isShort(shown.wording);
  return (
    <article className={isOpened ? 'row row-opened' : 'row'} data-action={shown.id}>
      <label className="row-select">
        <input
          type="checkbox"
          checked={isSelected}
          aria-label={texts.inbox.select(title)}
          onChange={(event) => onSelect(event.target.checked)}
        />
      </label>
      <div className="row-body">
        <p className="row-verb">
          <Icon name={isIcon(shown.type) ? shown.type : 'action'} />
          <span>{verb}</span>
          {shown.status !== 'awaiting_approval' && <StatusPill action={shown} />}
          <Moment at={shown.createdAt} />
        </p>
        <h2 className="row-title">
          <Link
            from="/inbox"
            search={(search) => ({ ...search, action: shown.id })}
            aria-current={isOpened ? 'true' : undefined}
          >
            <bdi>{title}</bdi>
          </Link>
        </h2>
        <dl className="row-facts">
          {facts.slice(0, linesMax).map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
        {shown.status === 'failed' && <p className="row-problem">{shown.failure?.message}</p>}
        {shown.status !== 'failed' && problem !== null && <p className="row-problem">{problem}</p>}
        <div className="row-foot">
          {newer === null ? (
            <MoveButtons
              action={shown}
              isShort
              isReadWhole={isReadWhole}
              onRefused={(text) => text !== null && showToast({ tone: 'bad', text })}
            >
              {shown.can.includes('approve') && !isReadWhole && <ReviewLink action={shown} />}
            </MoveButtons>
          ) : (
            <Button onPress={() => accept(newer)}>{texts.action.showNewer}</Button>
          )}
          {shown.ask !== null && <CodeBadge code={shown.ask.code} />}
        </div>
      </div>
    </article>
  );
}
