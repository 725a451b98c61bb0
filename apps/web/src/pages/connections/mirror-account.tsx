import { Field } from '@base-ui/react/field';
import type { Connection } from '../../api/connections.ts';
import type { Mirror } from '../../api/mirrors.ts';
import { connectionsTexts as words } from '../../texts/connections.ts';

interface MirrorAccountProps {
  readonly mirror: Mirror;
  readonly accounts: readonly Connection[];
  /** Null: the one used last. */
  readonly onChoose: (id: string | null) => void;
}

/** Which account a kind goes to. Where there is no choice, nothing is asked. */
export function MirrorAccount({ mirror: { kind, platform, connection }, accounts, onChoose }: MirrorAccountProps) {
  if (accounts.length < 2) return null;
  return (
    <Field.Root name={`mirror-${kind}`} className="field">
      <Field.Label>{words.mirrorAccount(kind, platform)}</Field.Label>
      <Field.Control
        render={<select />}
        value={connection ?? ''}
        onValueChange={(id) => onChoose(id === '' ? null : String(id))}
      >
        <option value="">{words.lastUsed}</option>
        {accounts.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </Field.Control>
    </Field.Root>
  );
}
