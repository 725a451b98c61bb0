import { useEffect, useRef, useState } from 'react';
import type { Message } from '../../api/chat.ts';
import { chatTexts } from '../../texts/chat.ts';
import { texts } from '../../texts.ts';
import { Empty } from '../../ui/empty.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Bubble } from './bubble.tsx';
import { Composer } from './composer.tsx';
import { useMessages, useReply } from './use-chat.ts';

/** A phone to try it with, without one. */
export function ChatPage() {
  const { data: messages = [], error, isPending } = useMessages();
  /** Apart, so that what is written need not wait for a tap or a thumb that is still on its way. */
  const [tapped, written] = [useReply(), useReply()];
  const [quoted, setQuoted] = useState<Message | null>(null);
  const problem = tapped.error ?? written.error ?? error;
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.title = `${texts.pages.chat} · ${texts.product}`;
  }, []);
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [messages.length]);

  return (
    <section className="chat" aria-labelledby="chat-title">
      <header className="chat-head">
        <h1 id="chat-title">{chatTexts.title}</h1>
        <p>{chatTexts.lead}</p>
      </header>
      <div className="chat-log" role="log" aria-label={chatTexts.log} tabIndex={0}>
        {!isPending && messages.length === 0 && error === null && <Empty title={chatTexts.empty} />}
        <ol>
          {messages
            .filter(({ kind }) => kind === 'message')
            .map((message) => (
              <Bubble
                key={message.wamid}
                message={message}
                quoted={messages.find(({ wamid }) => wamid === message.context) ?? null}
                reaction={
                  messages.findLast(({ kind, context }) => kind === 'reaction' && context === message.wamid)?.text ?? ''
                }
                onQuote={() => setQuoted(message)}
                onSay={(said) => tapped.mutate({ ...said, quotedWamid: message.wamid })}
              />
            ))}
        </ol>
        <div ref={end} />
      </div>
      {problem !== null && (
        <Notice tone="bad" isNews>
          {problem.message}
        </Notice>
      )}
      <Composer
        quoted={quoted}
        onUnquote={() => setQuoted(null)}
        isSending={written.isPending}
        onSend={written.mutateAsync}
      />
    </section>
  );
}
