import { useState } from 'react';
import type { Me, MeChange } from '../../api/person.ts';
import { Form } from '../../forms/form.tsx';
import { FormButtons } from '../../forms/form-buttons.tsx';
import { TextField } from '../../forms/text-field.tsx';
import { settingsTexts } from '../../texts/settings.ts';
import { Button } from '../../ui/button.tsx';
import { browserZone, languages, timeZones } from './places.ts';
import { useSaveMe } from './use-person.ts';

const words = settingsTexts.person;

export function PersonForm({ me }: { readonly me: Me }) {
  const [changes, setChanges] = useState<Pick<MeChange, 'timeZone' | 'language'>>({});
  const { send, isSending, problems, refusal } = useSaveMe(() => setChanges({}));
  const { timeZone, language } = { ...me, ...changes };
  const change = (more: typeof changes) => setChanges({ ...changes, ...more });
  const here = browserZone();
  return (
    <Form
      label={words.title}
      fields={['timeZone', 'language']}
      problems={problems}
      refusal={refusal}
      onSubmit={() => send({ timeZone, language })}
    >
      <TextField
        name="timeZone"
        label={words.timeZone}
        hint={words.timeZoneHint}
        value={timeZone}
        onChange={(value) => change({ timeZone: value })}
        suggestions={timeZones}
        autoComplete="off"
        spellCheck={false}
      />
      {timeZone !== here && (
        <p>
          <Button onPress={() => change({ timeZone: here })}>{words.useThis(here)}</Button>
        </p>
      )}
      <TextField
        name="language"
        label={words.language}
        hint={words.languageHint}
        value={language}
        onChange={(value) => change({ language: value })}
        suggestions={languages}
        autoComplete="off"
        spellCheck={false}
      />
      <FormButtons label={settingsTexts.save} isBusy={isSending} />
    </Form>
  );
}
