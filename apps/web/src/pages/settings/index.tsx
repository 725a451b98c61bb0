import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { texts } from '../../texts.ts';
import { AddressBookSection } from './address-book-section.tsx';
import { ModelSection } from './model-section.tsx';
import { PersonSection } from './person-section.tsx';
import { RulesSection } from './rules-section.tsx';

const route = getRouteApi('/own/settings');

/** What a person decides once: where they are, whose language model reads for them, whom they write to, what needs no question. */
export function SettingsPage() {
  const { rule } = route.useSearch();
  useEffect(() => {
    document.title = `${texts.pages.settings} · ${texts.product}`;
  }, []);
  return (
    <section className="settings" aria-labelledby="settings-title">
      <h1 id="settings-title">{texts.pages.settings}</h1>
      <PersonSection />
      <ModelSection />
      <AddressBookSection />
      <RulesSection named={rule ?? null} />
    </section>
  );
}
