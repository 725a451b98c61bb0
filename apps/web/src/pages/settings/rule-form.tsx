import { useState } from 'react';
import type { Trial } from '../../api/rules.ts';
import { CheckBoxes } from '../../forms/check-boxes.tsx';
import { Form } from '../../forms/form.tsx';
import { TextField } from '../../forms/text-field.tsx';
import { settingsTexts } from '../../texts/settings.ts';
import { texts } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { emptyDraft, type RuleDraft, ruleOf } from './rule-draft.ts';
import { TrialResult } from './trial-result.tsx';
import { useDraftedRule } from './use-rules.ts';
import { useTypeChoices } from './use-type-choices.ts';

const words = settingsTexts.ruleForm;

/** By the part of the draft that they hold; `name` is the path under which the API speaks of them. */
const textFields = {
  name: { name: 'name', label: words.name, hint: words.nameHint },
  confidence: { name: 'confidenceMin', label: words.confidence, hint: words.confidenceHint, inputMode: 'decimal' },
  titleContains: { name: 'conditions.titleContains', label: words.titleContains, hint: words.lists },
  urlHosts: { name: 'conditions.urlHosts', label: words.urlHosts, hint: words.lists },
  perDayMax: { name: 'perDayMax', label: words.perDayMax, inputMode: 'numeric' },
} as const;

const typesField = 'actionTypes';
const originsField = 'conditions.originKinds';
const fields = [typesField, originsField, ...Object.values(textFields).map(({ name }) => name)];
const originChoices = Object.entries(settingsTexts.origins).map(([value, label]) => ({ value, label }));
const wantsTrial = 'try';

/** A rule is written down, tried on what has happened, and added. */
export function RuleForm({ onDone }: { readonly onDone: () => void }) {
  const types = useTypeChoices();
  const [draft, setDraft] = useState(emptyDraft);
  const [trial, setTrial] = useState<Trial | null>(null);
  const { send, isSending, problems, refusal } = useDraftedRule(onDone, setTrial);
  const change = (more: Partial<RuleDraft>) => {
    setDraft({ ...draft, ...more });
    setTrial(null);
  };
  const textField = (part: keyof typeof textFields) => (
    <TextField
      {...textFields[part]}
      value={draft[part]}
      onChange={(value) => change({ [part]: value })}
      autoComplete="off"
    />
  );
  return (
    <Form
      className="form card"
      label={words.title}
      fields={fields}
      problems={problems}
      refusal={refusal}
      onSubmit={(pressed) => send({ rule: ruleOf(draft), isTrial: pressed === wantsTrial })}
    >
      <h3>{words.title}</h3>
      {textField('name')}
      <CheckBoxes
        name={typesField}
        label={words.types}
        choices={types}
        chosen={draft.actionTypes}
        onChange={(actionTypes) => change({ actionTypes })}
      />
      {textField('confidence')}
      {textField('titleContains')}
      {textField('urlHosts')}
      <CheckBoxes
        name={originsField}
        label={words.origins}
        hint={words.originsHint}
        choices={originChoices}
        chosen={draft.originKinds}
        onChange={(originKinds) => change({ originKinds })}
      />
      {textField('perDayMax')}
      <div className="form-buttons">
        <Button type="submit" tone="primary" isBusy={isSending} value="add">
          {words.save}
        </Button>
        <Button type="submit" isBusy={isSending} value={wantsTrial}>
          {settingsTexts.rules.tryOn}
        </Button>
        <Button tone="quiet" onPress={onDone}>
          {texts.cancel}
        </Button>
      </div>
      {trial !== null && <TrialResult trial={trial} />}
    </Form>
  );
}
