import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Message, Reply } from '../../api/chat.ts';
import { chatTexts } from '../../texts/chat.ts';
import { Icon } from '../../ui/icon.tsx';

interface ComposerProps {
  readonly quoted: Message | null;
  readonly onUnquote: () => void;
  readonly isSending: boolean;
  readonly onSend: (reply: Reply) => Promise<unknown>;
}

const charsMax = 4_096;

/** Where the next message is written. It stays there until it was taken. */
export function Composer({ quoted, onUnquote, isSending, onSend }: ComposerProps) {
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (quoted !== null) field.current?.focus();
  }, [quoted]);

  async function send(): Promise<void> {
    if (text.trim() === '' || isSending) return;
    await onSend({ text: text.trim(), ...(quoted !== null && { quotedWamid: quoted.wamid }) });
    setText('');
    onUnquote();
  }
  /** A failure is shown by the page, and the text is still here. */
  const tryToSend = () => void send().catch(() => undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    tryToSend();
  };
  const submitByEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    tryToSend();
  };

  return (
    <form className="composer" onSubmit={submit}>
      {quoted !== null && (
        <p className="composer-quote">
          <span>
            {chatTexts.quoting} <q>{quoted.text}</q>
          </span>
          <button type="button" className="icon-button" aria-label={chatTexts.stopQuoting} onClick={onUnquote}>
            <Icon name="close" />
          </button>
        </p>
      )}
      <textarea
        ref={field}
        rows={1}
        maxLength={charsMax}
        value={text}
        placeholder={chatTexts.placeholder}
        aria-label={chatTexts.writeLabel}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={submitByEnter}
      />
      <button type="submit" className="composer-send" aria-label={chatTexts.send} aria-disabled={isSending}>
        <Icon name="send" />
      </button>
    </form>
  );
}
