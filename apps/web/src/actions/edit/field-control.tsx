import { Field } from '@base-ui/react/field';
import { fromLocal, localZone, toLocal } from '../../forms/local-moment.ts';
import { texts } from '../../texts.ts';
import type { Field as FieldFacts } from './fields.ts';

interface FieldControlProps {
  readonly field: FieldFacts;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const hintOf = ({ kind }: FieldFacts): string | null => {
  if (kind === 'list') return texts.edit.lists;
  return kind === 'moment' ? texts.edit.zone(localZone()) : null;
};

function Control({ field: { kind, choices }, value, onChange }: FieldControlProps) {
  switch (kind) {
    case 'choice':
      return (
        <Field.Control render={<select />} value={value} onValueChange={onChange}>
          <option value="" />
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </Field.Control>
      );
    case 'moment':
      return (
        <Field.Control
          type="datetime-local"
          value={toLocal(value)}
          onValueChange={(local) => onChange(fromLocal(local))}
        />
      );
    case 'date':
      return <Field.Control type="date" value={value} onValueChange={onChange} />;
    case 'list':
      return <Field.Control value={value} onValueChange={onChange} />;
    case 'text':
      return <Field.Control render={<textarea rows={1} />} value={value} onValueChange={onChange} />;
  }
}

/** A labelled field; what the API finds wrong with it stands below. */
export function FieldControl(props: FieldControlProps) {
  const { field } = props;
  const hint = hintOf(field);
  return (
    <Field.Root name={field.path} className="field">
      <Field.Label>{field.label}</Field.Label>
      <Control {...props} />
      {hint !== null && <Field.Description className="field-hint">{hint}</Field.Description>}
      <Field.Error className="field-error" />
    </Field.Root>
  );
}
