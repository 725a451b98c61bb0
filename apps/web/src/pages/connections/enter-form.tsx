import { useState } from 'react';
import { createConnectionsApi } from '../../api/connections.ts';
import { useApi } from '../../app-context.ts';
import { Form } from '../../forms/form.tsx';
import { FormButtons } from '../../forms/form-buttons.tsx';
import { fieldsIn, nodesOf } from '../../forms/schema/schema-fields.ts';
import { SchemaInputs } from '../../forms/schema/schema-inputs.tsx';
import { valueOf } from '../../forms/schema/schema-value.ts';
import { useTyped } from '../../forms/schema/use-typed.ts';
import { TextField } from '../../forms/text-field.tsx';
import { connectionsTexts as words } from '../../texts/connections.ts';
import type { ConnectProps } from './connect-props.ts';
import { useConnectionAttempt } from './use-connections.ts';

/** The credentials go in here and never come out. The settings of a renewed connection stay. */
export function EnterForm({ platform, renewed, onDone }: ConnectProps) {
  const { name, title, credentialsSchema, settingsSchema } = platform;
  const api = useApi(createConnectionsApi);
  const [label, setLabel] = useState('');
  const { typed, type, forget } = useTyped();
  const credentials = nodesOf(credentialsSchema, 'credentials');
  const settings = renewed === null ? nodesOf(settingsSchema, 'settings') : [];
  const nodes = [...credentials, ...settings];
  const work = () => {
    const entered = { credentials: valueOf(credentials, typed) };
    if (renewed !== null) return api.change({ id: renewed.id, ...entered });
    const named = label.trim() === '' ? {} : { label: label.trim() };
    return api.add({ platform: name, ...named, ...entered, settings: valueOf(settings, typed) });
  };
  const { send, isSending, problems, refusal } = useConnectionAttempt<null>(work, words.added, () => {
    forget();
    onDone();
  });
  return (
    <Form
      label={words.formLabel(title)}
      fields={['label', ...fieldsIn(nodes).map(({ path }) => path)]}
      problems={problems}
      refusal={refusal}
      onSubmit={() => send(null)}
    >
      <SchemaInputs nodes={nodes} typed={typed} onType={type} />
      {renewed === null && (
        <TextField
          name="label"
          label={words.label}
          hint={words.labelHint}
          value={label}
          onChange={setLabel}
          autoComplete="off"
        />
      )}
      <FormButtons label={words.save} isBusy={isSending} onCancel={onDone} />
    </Form>
  );
}
