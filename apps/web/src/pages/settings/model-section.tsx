import { settingsTexts } from '../../texts/settings.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { KeyForm } from './key-form.tsx';
import { ModelForm } from './model-form.tsx';
import { ModelKeys } from './model-keys.tsx';
import { useMe, useModelKeys } from './use-person.ts';

const words = settingsTexts.model;

export function ModelSection() {
  const keys = useModelKeys();
  const me = useMe();
  return (
    <section aria-labelledby="model-title">
      <h2 id="model-title">{words.title}</h2>
      <p className="lead">{words.lead}</p>
      <Loaded query={keys}>{(known) => <ModelKeys keys={known} />}</Loaded>
      <KeyForm />
      {me.data !== undefined && <ModelForm me={me.data} />}
    </section>
  );
}
