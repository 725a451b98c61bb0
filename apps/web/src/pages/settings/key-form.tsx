import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createPersonApi } from '../../api/person.ts';
import { useApi } from '../../app-context.ts';
import { Form } from '../../forms/form.tsx';
import { FormButtons } from '../../forms/form-buttons.tsx';
import { TextField } from '../../forms/text-field.tsx';
import { useAttempt } from '../../forms/use-attempt.ts';
import { settingsTexts } from '../../texts/settings.ts';
import { useShowToast } from '../../ui/toasts.tsx';
import { keysKey } from './use-person.ts';

const words = settingsTexts.model;
const usualProvider = 'openai';

/** A key goes in here and never comes out: once it is saved the field is empty again. */
export function KeyForm() {
  const person = useApi(createPersonApi);
  const queries = useQueryClient();
  const showToast = useShowToast();
  const [provider, setProvider] = useState(usualProvider);
  const [apiKey, setApiKey] = useState('');
  const [baseUrl, setBaseUrl] = useState('');
  const { send, isSending, problems, refusal } = useAttempt(person.saveKey, async (_, saved) => {
    setApiKey('');
    setBaseUrl('');
    showToast({ tone: 'good', text: words.keySaved(saved.provider) });
    await queries.invalidateQueries({ queryKey: keysKey });
  });
  const submit = () =>
    send({
      provider: provider.trim(),
      apiKey: apiKey.trim(),
      ...(baseUrl.trim() !== '' && { baseUrl: baseUrl.trim() }),
    });
  const plain = { autoComplete: 'off', spellCheck: false } as const;
  return (
    <Form
      label={words.formLabel}
      fields={['provider', 'apiKey', 'baseUrl']}
      problems={problems}
      refusal={refusal}
      onSubmit={submit}
    >
      <TextField {...plain} name="provider" label={words.provider} value={provider} onChange={setProvider} />
      <TextField
        {...plain}
        name="apiKey"
        type="password"
        autoComplete="new-password"
        label={words.apiKey}
        hint={words.apiKeyHint}
        value={apiKey}
        onChange={setApiKey}
      />
      <TextField
        {...plain}
        name="baseUrl"
        inputMode="url"
        label={words.baseUrl}
        hint={words.baseUrlHint}
        value={baseUrl}
        onChange={setBaseUrl}
      />
      <FormButtons label={words.saveKey} isBusy={isSending} />
    </Form>
  );
}
