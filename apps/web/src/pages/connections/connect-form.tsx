import { useState } from 'react';
import { connectionsTexts as words } from '../../texts/connections.ts';
import { texts } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { ConnectProps } from './connect-props.ts';
import { EnterForm } from './enter-form.tsx';
import { Scopes } from './scopes.tsx';
import { useDeparture } from './use-connections.ts';

/** By a yes on the platform's own page where that is possible, else by entering the credentials. */
export function ConnectForm(props: ConnectProps) {
  const { oauth } = props.platform;
  const [isByHand, setByHand] = useState(oauth?.isReady !== true);
  if (!isByHand) return <Departure {...props} onByHand={() => setByHand(true)} />;
  return (
    <>
      {oauth?.isReady === false && <p className="field-hint">{words.notReady}</p>}
      <EnterForm {...props} />
    </>
  );
}

function Departure({ platform, renewed, onDone, onByHand }: ConnectProps & { readonly onByHand: () => void }) {
  const { name, title } = platform;
  const scopes = platform.oauth?.scopes.map(({ scope }) => scope) ?? [];
  const { send, isSending, refusal } = useDeparture();
  return (
    <div className="form">
      {refusal !== null && (
        <Notice tone="bad" isNews>
          {refusal}
        </Notice>
      )}
      {scopes.length === 0 ? (
        <p>
          {words.goAdvice(title)} {words.noScopes}
        </p>
      ) : (
        <Scopes title={words.goAdvice(title)} scopes={scopes} platform={platform} />
      )}
      <div className="form-buttons">
        <Button
          tone="primary"
          isBusy={isSending}
          onPress={() => send({ platform: name, ...(renewed !== null && { connection: renewed.id }) })}
        >
          {words.go(title)}
        </Button>
        <Button onPress={onByHand}>{words.byHand}</Button>
        <Button tone="quiet" onPress={onDone}>
          {texts.cancel}
        </Button>
      </div>
    </div>
  );
}
