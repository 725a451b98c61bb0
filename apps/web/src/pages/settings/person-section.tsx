import { useApp } from '../../app-context.ts';
import { settingsTexts } from '../../texts/settings.ts';
import { texts } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PersonForm } from './person-form.tsx';
import { useMe } from './use-person.ts';

export function PersonSection() {
  const me = useMe();
  const { session } = useApp();
  return (
    <section aria-labelledby="person-title">
      <h2 id="person-title">{settingsTexts.person.title}</h2>
      <Loaded query={me}>{(known) => <PersonForm me={known} />}</Loaded>
      <p>
        <Button onPress={() => session.set(null)}>{texts.signIn.signOut}</Button>
      </p>
    </section>
  );
}
