import { type Connection, createConnectionsApi, type Platform } from '../../api/connections.ts';
import { useApi } from '../../app-context.ts';
import { Form } from '../../forms/form.tsx';
import { FormButtons } from '../../forms/form-buttons.tsx';
import { fieldsIn, nodesOf, startingWith } from '../../forms/schema/schema-fields.ts';
import { SchemaInputs } from '../../forms/schema/schema-inputs.tsx';
import { valueOf } from '../../forms/schema/schema-value.ts';
import { useTyped } from '../../forms/schema/use-typed.ts';
import { connectionsTexts as words } from '../../texts/connections.ts';
import { useConnectionAttempt } from './use-connections.ts';

interface SettingsFormProps {
  readonly connection: Connection;
  readonly platform: Platform;
  readonly onDone: () => void;
}

/** What an account needs besides its secret. Whoever connects on the platform's own page is asked for it here only. */
export function SettingsForm({ connection, platform, onDone }: SettingsFormProps) {
  const { id, label, settings } = connection;
  const api = useApi(createConnectionsApi);
  const { typed, type } = useTyped();
  const nodes = nodesOf(startingWith(platform.settingsSchema, settings), 'settings');
  const { send, isSending, problems, refusal } = useConnectionAttempt(api.change, words.settingsSaved, onDone);
  return (
    <Form
      label={words.settingsLabel(label)}
      fields={fieldsIn(nodes).map(({ path }) => path)}
      problems={problems}
      refusal={refusal}
      onSubmit={() => send({ id, settings: valueOf(nodes, typed) })}
    >
      <SchemaInputs nodes={nodes} typed={typed} onType={type} />
      <FormButtons label={words.saveSettings} isBusy={isSending} onCancel={onDone} />
    </Form>
  );
}
