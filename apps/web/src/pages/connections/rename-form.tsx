import { useState } from 'react';
import { type Connection, createConnectionsApi } from '../../api/connections.ts';
import { useApi } from '../../app-context.ts';
import { Form } from '../../forms/form.tsx';
import { FormButtons } from '../../forms/form-buttons.tsx';
import { TextField } from '../../forms/text-field.tsx';
import { connectionsTexts as words } from '../../texts/connections.ts';
import { useConnectionAttempt } from './use-connections.ts';

interface RenameFormProps {
  readonly connection: Connection;
  readonly onDone: () => void;
}

export function RenameForm({ connection: { id, label }, onDone }: RenameFormProps) {
  const api = useApi(createConnectionsApi);
  const [name, setName] = useState(label);
  const { send, isSending, problems, refusal } = useConnectionAttempt(api.change, words.renamed, onDone);
  return (
    <Form
      label={words.renameLabel(label)}
      fields={['label']}
      problems={problems}
      refusal={refusal}
      onSubmit={() => send({ id, label: name.trim() })}
    >
      <TextField name="label" label={words.label} value={name} onChange={setName} autoComplete="off" />
      <FormButtons label={words.saveName} isBusy={isSending} onCancel={onDone} />
    </Form>
  );
}
