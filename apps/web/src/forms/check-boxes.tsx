import { Field } from '@base-ui/react/field';
import { Fieldset } from '@base-ui/react/fieldset';

interface CheckBoxesProps {
  /** The path under which the API speaks of the whole. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Any of a few choices. */
export function CheckBoxes({ name, label, hint, choices, chosen, onChange }: CheckBoxesProps) {
  const toggle = (value: string, isChosen: boolean) =>
    onChange(
      choices.map((choice) => choice.value).filter((each) => (each === value ? isChosen : chosen.includes(each))),
    );
  return (
    <Field.Root name={name} className="field" render={<Fieldset.Root />}>
      <Fieldset.Legend className="field-legend">{label}</Fieldset.Legend>
      <div className="check-boxes">
        {choices.map((choice) => (
          <label key={choice.value} className="check-box">
            <input
              type="checkbox"
              checked={chosen.includes(choice.value)}
              onChange={({ target }) => toggle(choice.value, target.checked)}
            />
            {choice.label}
          </label>
        ))}
      </div>
      {hint !== undefined && <Field.Description className="field-hint">{hint}</Field.Description>}
      <Field.Error className="field-error" />
    </Field.Root>
  );
}
