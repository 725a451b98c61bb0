import { useState } from 'react';
import type { Me } from '../../api/person.ts';
import { Form } from '../../forms/form.tsx';
import { TextField } from '../../forms/text-field.tsx';
import { settingsTexts } from '../../texts/settings.ts';
import { Button } from '../../ui/button.tsx';
import { useSaveMe } from './use-person.ts';

const words = settingsTexts.model;
const field = 'llmPreferences.defaultModel';

/** Which model of the provider is asked. */
export function ModelForm({ me }: { readonly me: Me }) {
  const [typed, setTyped] = useState<string | null>(null);
  const { send, isSending, problems, refusal } = useSaveMe(() => setTyped(null));
  const model = typed ?? me.llmPreferences?.defaultModel ?? '';
  const submit = () => send({ llmPreferences: { defaultModel: model.trim() === '' ? null : model.trim() } });
  return (
    <Form label={words.modelLabel} fields={[field]} problems={problems} refusal={refusal} onSubmit={submit}>
      <TextField
        name={field}
        label={words.modelLabel}
        hint={words.modelHint}
        value={model}
        onChange={setTyped}
        autoComplete="off"
        spellCheck={false}
      />
      <div className="form-buttons">
        <Button type="submit" isBusy={isSending}>
          {settingsTexts.save}
        </Button>
      </div>
    </Form>
  );
}
