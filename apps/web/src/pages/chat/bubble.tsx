import type { Message, Said } from '../../api/chat.ts';
import { chatTexts } from '../../texts/chat.ts';
import { Icon } from '../../ui/icon.tsx';
import { Moment } from '../../ui/moment.tsx';
import { LinkedText } from './linked-text.tsx';

interface BubbleProps {
  readonly message: Message;
  readonly quoted: Message | null;
  /** What the person reacted with last; empty when they took it back. */
  readonly reaction: string;
  readonly onQuote: () => void;
  readonly onSay: (said: Said) => void;
}

/** One message, with what it answers and what can be answered to it. */
export function Bubble({ message, quoted, reaction, onQuote, onSay }: BubbleProps) {
  const { text, buttons, at } = message;
  const isOwn = message.from === 'person';
  return (
    <li className={isOwn ? 'bubble bubble-own' : 'bubble'}>
      <span className="visually-hidden">{isOwn ? chatTexts.you : chatTexts.assistant}: </span>
      {quoted !== null && <blockquote>{quoted.text}</blockquote>}
      <p className="bubble-text">
        <bdi>
          <LinkedText text={text} />
        </bdi>
      </p>
      <p className="bubble-foot">
        <Moment at={at} />
        {!isOwn && (
          <>
            <button type="button" className="icon-button" aria-label={chatTexts.quote} onClick={onQuote}>
              <Icon name="quote" />
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={chatTexts.react}
              aria-pressed={reaction !== ''}
              onClick={() => onSay({ reaction: reaction === '' ? '👍' : '' })}
            >
              👍
            </button>
          </>
        )}
      </p>
      {reaction !== '' && (
        <span className="bubble-reaction">
          <span className="visually-hidden">{chatTexts.reacted}</span> {reaction}
        </span>
      )}
      {buttons.length > 0 && (
        <div className="bubble-buttons">
          {buttons.map(({ id, title }) => (
            <button key={id} type="button" onClick={() => onSay({ buttonId: id })}>
              {title}
            </button>
          ))}
        </div>
      )}
    </li>
  );
}
