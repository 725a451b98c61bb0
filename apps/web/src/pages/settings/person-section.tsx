import { settingsTexts } from '../../texts/settings.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PersonForm } from './person-form.tsx';
import { useMe } from './use-person.ts';

export function PersonSection() {
  const me = useMe();
  return (
    <section aria-labelledby="person-title">
      <h2 id="person-title">{settingsTexts.person.title}</h2>
      <Loaded query={me}>{(known) => <PersonForm me={known} />}</Loaded>
    </section>
  );
}
