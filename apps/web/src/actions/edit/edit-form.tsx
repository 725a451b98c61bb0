import { Field } from '@base-ui/react/field';
import { useState } from 'react';
import type { Action, ActionType } from '../../api/action.ts';
import { Form } from '../../forms/form.tsx';
import { texts } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { differenceOf, isDifferent } from '../difference.ts';
import { Facts } from '../facts.tsx';
import { FieldControl } from './field-control.tsx';
import { fieldsOf, payloadOf, textOf } from './fields.ts';
import { useEdit } from './use-edit.ts';

export interface EditFormProps {
  readonly action: Action;
  readonly types: readonly ActionType[];
  /** The saved action; null when nothing was to be saved. */
  readonly onDone: (saved: Action | null) => void;
}

/** Every part of an action that can be changed. What was typed stays until it is saved or thrown away on purpose. */
export function EditForm({ action, types, onDone }: EditFormProps) {
  const { base, refusal, isSaving, problems, save } = useEdit(action, onDone);
  const [type, setType] = useState(action.type);
  const [title, setTitle] = useState(action.title);
  const [changes, setChanges] = useState<Readonly<Record<string, string>>>({});
  const valueOf = (name: string) => changes[name] ?? textOf(base, name);
  const chosen = types.find(({ name }) => name === type);
  const fields = chosen === undefined ? [] : fieldsOf(chosen, base);
  const difference = differenceOf(base.wording, action.wording);

  const submit = (pressed: string | null) =>
    save({
      edit: { type, title, payload: chosen === undefined ? {} : payloadOf(chosen, base, changes) },
      approves: pressed === 'approve',
    });

  return (
    <Form
      className="edit"
      label={texts.edit.title}
      fields={['type', 'title', ...fields.map(({ path }) => path)]}
      problems={problems}
      refusal={null}
      onSubmit={submit}
    >
      <h1>{texts.edit.title}</h1>
      {refusal !== null && (
        <Notice tone="warning" isNews>
          <p>{refusal}</p>
          {isDifferent(difference) && <Facts difference={difference} />}
        </Notice>
      )}
      <Field.Root name="type" className="field">
        <Field.Label>{texts.edit.type}</Field.Label>
        <Field.Control render={<select />} value={type} onValueChange={setType}>
          {chosen === undefined && <option>{type}</option>}
          {types.map(({ name, verb }) => (
            <option key={name} value={name}>
              {verb}
            </option>
          ))}
        </Field.Control>
        <Field.Error className="field-error" />
      </Field.Root>
      <Field.Root name="title" className="field">
        <Field.Label>{texts.edit.titleField}</Field.Label>
        <Field.Control render={<textarea rows={1} />} value={title} onValueChange={setTitle} />
        <Field.Error className="field-error" />
      </Field.Root>
      {fields.map((field) => (
        <FieldControl
          key={field.name}
          field={field}
          value={valueOf(field.name)}
          onChange={(value) => setChanges({ ...changes, [field.name]: value })}
        />
      ))}
      <div className="move-buttons">
        <Button type="submit" tone="primary" isBusy={isSaving} value="approve">
          {texts.edit.saveAndApprove}
        </Button>
        <Button type="submit" isBusy={isSaving} value="save">
          {texts.edit.save}
        </Button>
        <Button tone="quiet" onPress={() => onDone(null)}>
          {texts.cancel}
        </Button>
      </div>
    </Form>
  );
}
