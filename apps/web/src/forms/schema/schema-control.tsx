import { Field } from '@base-ui/react/field';
import { texts } from '../../texts.ts';
import { fromLocal, localZone, toLocal } from '../local-moment.ts';
import type { FieldKind, SchemaField } from './schema-fields.ts';

interface SchemaControlProps {
  readonly field: SchemaField;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

const kindHints: Partial<Record<FieldKind, string>> = {
  lines: texts.forms.lines,
  pairs: texts.forms.pairs,
  json: texts.forms.json,
  moment: texts.edit.zone(localZone()),
};

const plain = { autoComplete: 'off', spellCheck: false } as const;

function Control({ field: { kind, choices, isSecret, isRequired }, text, onChange }: SchemaControlProps) {
  const common = { value: text, onValueChange: onChange, 'aria-required': isRequired };
  switch (kind) {
    case 'choice':
      return (
        <Field.Control {...common} render={<select />}>
          {!isRequired && <option value="" />}
          {isRequired && text === '' && <option value="">{texts.forms.choose}</option>}
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </Field.Control>
      );
    case 'date':
      return <Field.Control {...common} type="date" />;
    case 'moment':
      return (
        <Field.Control
          {...common}
          type="datetime-local"
          value={toLocal(text)}
          onValueChange={(local) => onChange(fromLocal(local))}
        />
      );
    case 'number':
      return <Field.Control {...common} inputMode="decimal" autoComplete="off" />;
    case 'line':
      return isSecret ? (
        <Field.Control {...common} type="password" autoComplete="new-password" spellCheck={false} />
      ) : (
        <Field.Control {...common} {...plain} />
      );
    case 'toggle':
      return null;
    default:
      return (
        <Field.Control
          {...common}
          {...plain}
          className={isSecret ? 'secret-text' : undefined}
          render={<textarea rows={kind === 'text' ? 3 : 2} spellCheck={kind === 'text'} />}
        />
      );
  }
}

/** One labelled value. What the API finds wrong with it stands below. */
export function SchemaControl(props: SchemaControlProps) {
  const { field, text, onChange } = props;
  if (field.kind === 'toggle') return <Toggle {...props} />;
  const hints = [field.hint, kindHints[field.kind]].filter((hint) => hint !== null && hint !== undefined);
  return (
    <Field.Root name={field.path} className="field">
      <Field.Label>
        {field.label}
        {!field.isRequired && <span className="field-optional"> {texts.forms.optional}</span>}
      </Field.Label>
      <Control field={field} text={text} onChange={onChange} />
      {hints.length > 0 && <Field.Description className="field-hint">{hints.join('. ')}</Field.Description>}
      <Field.Error className="field-error" />
    </Field.Root>
  );
}

const Toggle = ({ field: { path, label, hint }, text, onChange }: SchemaControlProps) => (
  <Field.Root name={path} className="field">
    <label className="check-box">
      <input type="checkbox" checked={text === 'true'} onChange={({ target }) => onChange(String(target.checked))} />
      {label}
    </label>
    {hint !== null && <Field.Description className="field-hint">{hint}</Field.Description>}
    <Field.Error className="field-error" />
  </Field.Root>
);
