import type { Entry } from '../../api/address-book.ts';
import { settingsTexts } from '../../texts/settings.ts';
import { Button } from '../../ui/button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { AddressForm } from './address-form.tsx';
import { useAddressBook, useForgetAddress } from './use-address-book.ts';

const words = settingsTexts.addressBook;

/** Whom "Ana" is in "email Ana the notes". */
export function AddressBookSection() {
  const book = useAddressBook();
  return (
    <section aria-labelledby="address-book-title">
      <h2 id="address-book-title">{words.title}</h2>
      <p className="lead">{words.lead}</p>
      <Loaded query={book}>
        {(entries) =>
          entries.length === 0 ? (
            <p className="nothing-here">{words.none}</p>
          ) : (
            <ul className="cards">
              {entries.map((entry) => (
                <EntryCard key={entry.id} entry={entry} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <AddressForm />
    </section>
  );
}

/** It is written down again in a moment, so nobody is asked twice. */
function EntryCard({ entry }: { readonly entry: Entry }) {
  const { mutate, isPending } = useForgetAddress(entry);
  return (
    <li className="card">
      <h3>
        <bdi>{entry.name}</bdi>
      </h3>
      <p>
        <bdi>{entry.address}</bdi>
      </p>
      <div className="card-buttons">
        <Button tone="danger" isBusy={isPending} label={words.forgetLabel(entry.name)} onPress={() => mutate()}>
          {words.forget}
        </Button>
      </div>
    </li>
  );
}
