import { Field } from '@base-ui/react/field';
import type { Connection } from '../../api/connections.ts';
import { catalogueTexts as words } from '../../texts/catalogue.ts';

interface AccountFieldProps {
  readonly accounts: readonly Connection[];
  /** Empty: the one used last. */
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** Which account it is done with. Where there is no choice, nothing is asked. */
export const AccountField = ({ accounts, chosen, onChoose }: AccountFieldProps) =>
  accounts.length < 2 ? null : (
    <Field.Root name="connection" className="field">
      <Field.Label>{words.account}</Field.Label>
      <Field.Control render={<select />} value={chosen} onValueChange={onChoose}>
        <option value="">{words.lastUsedAccount}</option>
        {accounts.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </Field.Control>
      <Field.Error className="field-error" />
    </Field.Root>
  );
