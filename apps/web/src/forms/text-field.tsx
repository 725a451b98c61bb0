import { Field } from '@base-ui/react/field';
import { type InputHTMLAttributes, useId } from 'react';

export interface Suggestion {
  readonly value: string;
  readonly label?: string;
}

interface TextFieldProps
  extends Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'type' | 'inputMode' | 'autoComplete' | 'placeholder' | 'spellCheck'
  > {
  /** The path under which the API speaks of it. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly suggestions?: readonly Suggestion[];
}

/** One line of text. What is wrong with it stands below. */
export function TextField({ name, label, hint, value, onChange, suggestions, ...input }: TextFieldProps) {
  const listId = useId();
  return (
    <Field.Root name={name} className="field">
      <Field.Label>{label}</Field.Label>
      <Field.Control
        {...input}
        value={value}
        onValueChange={onChange}
        {...(suggestions !== undefined && { list: listId })}
      />
      {suggestions !== undefined && (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion.value} value={suggestion.value} label={suggestion.label} />
          ))}
        </datalist>
      )}
      {hint !== undefined && <Field.Description className="field-hint">{hint}</Field.Description>}
      <Field.Error className="field-error" />
    </Field.Root>
  );
}
