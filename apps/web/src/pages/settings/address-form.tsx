import { useState } from 'react';
import { Form } from '../../forms/form.tsx';
import { FormButtons } from '../../forms/form-buttons.tsx';
import { TextField } from '../../forms/text-field.tsx';
import { settingsTexts } from '../../texts/settings.ts';
import { useSaveAddress } from './use-address-book.ts';

const words = settingsTexts.addressBook;

export function AddressForm() {
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const { send, isSending, problems, refusal } = useSaveAddress(() => {
    setName('');
    setAddress('');
  });
  return (
    <Form
      label={words.formLabel}
      fields={['name', 'address']}
      problems={problems}
      refusal={refusal}
      onSubmit={() => send({ name: name.trim(), address: address.trim() })}
    >
      <TextField
        name="name"
        label={words.name}
        hint={words.nameHint}
        value={name}
        onChange={setName}
        autoComplete="off"
      />
      <TextField
        name="address"
        inputMode="email"
        label={words.address}
        value={address}
        onChange={setAddress}
        autoComplete="off"
        spellCheck={false}
      />
      <FormButtons label={words.save} isBusy={isSending} />
    </Form>
  );
}
