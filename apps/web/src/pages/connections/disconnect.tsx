import { useState } from 'react';
import type { Connection } from '../../api/connections.ts';
import { connectionsTexts as words } from '../../texts/connections.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { useDisconnect } from './use-connections.ts';

export function Disconnect({ connection }: { readonly connection: Connection }) {
  const { label } = connection;
  const [isAsked, setAsked] = useState(false);
  const { mutate, isPending } = useDisconnect(connection);
  return (
    <>
      <Button tone="danger" isBusy={isPending} label={words.disconnectLabel(label)} onPress={() => setAsked(true)}>
        {words.disconnect}
      </Button>
      {isAsked && (
        <Confirm
          title={words.disconnectTitle}
          yes={words.disconnect}
          isDanger
          onYes={() => mutate()}
          onClose={() => setAsked(false)}
        >
          <p>
            <bdi>{label}</bdi>
          </p>
          <p>{words.disconnectAdvice}</p>
        </Confirm>
      )}
    </>
  );
}
