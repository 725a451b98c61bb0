import { useState } from 'react';
import type { Platform } from '../../api/connections.ts';
import { connectionsTexts as words } from '../../texts/connections.ts';
import { Button } from '../../ui/button.tsx';
import { ConnectForm } from './connect-form.tsx';

/** A platform that an account can be connected of. */
export function PlatformCard({ platform }: { readonly platform: Platform }) {
  const { title, oauth } = platform;
  const [isOpen, setOpen] = useState(false);
  return (
    <li className="card">
      <h3>{title}</h3>
      <p className="card-fine">{oauth?.isReady === true ? words.ways.oauth : words.ways.entered}</p>
      {isOpen ? (
        <ConnectForm platform={platform} renewed={null} onDone={() => setOpen(false)} />
      ) : (
        <div className="card-buttons">
          <Button label={words.connectLabel(title)} onPress={() => setOpen(true)}>
            {words.connect}
          </Button>
        </div>
      )}
    </li>
  );
}
