import { type ReactNode, useState } from 'react';
import type { Action } from '../api/action.ts';
import { texts } from '../texts.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { type MoveName, moves, movesOf } from './moves.ts';
import { useMove } from './use-move.ts';

interface MoveButtonsProps {
  readonly action: Action;
  /** Only those that are answered without a look at the whole. */
  readonly isShort?: boolean;
  /** Leaves out a yes to what is not shown in full. */
  readonly isReadWhole?: boolean;
  readonly onRefused: (text: string | null) => void;
  /** What stands beside the main move. */
  readonly children?: ReactNode;
}

/** A button for each move that the API offers. */
export function MoveButtons({ action, isShort = false, isReadWhole = true, onRefused, children }: MoveButtonsProps) {
  const { running, perform } = useMove(action, onRefused);
  const [asked, setAsked] = useState<MoveName | null>(null);
  const names = movesOf(action)
    .filter((name) => !isShort || moves[name].isQuick)
    .filter((name) => isReadWhole || name !== 'approve');
  /** One move stands out, however many could. */
  const main = names.find((name) => moves[name].tone === 'primary');
  const toneOf = (name: MoveName) => (moves[name].tone === 'primary' && name !== main ? 'plain' : moves[name].tone);
  const { title } = action.wording;
  const question = asked === null ? null : moves[asked].confirms(action);

  const buttonOf = (name: MoveName) => (
    <Button
      key={name}
      tone={toneOf(name)}
      isBusy={running !== null}
      {...(isShort && { label: texts.moves.label(texts.moves[name], title) })}
      onPress={() => (moves[name].confirms(action) === null ? perform(name) : setAsked(name))}
    >
      {texts.moves[name]}
    </Button>
  );
  return (
    <div className="move-buttons" role="group" aria-label={texts.moves.group(title)}>
      {main !== undefined && buttonOf(main)}
      {children}
      {names.filter((name) => name !== main).map(buttonOf)}
      {asked !== null && question !== null && (
        <Confirm
          title={texts.confirm[question].title}
          yes={texts.confirm[question].yes}
          isDanger
          onYes={() => perform(asked)}
          onClose={() => setAsked(null)}
        >
          <p>{title}</p>
          <p>{texts.confirm[question].advice}</p>
        </Confirm>
      )}
    </div>
  );
}
