import { useMemo, useState } from 'react';
import type { Operation } from '../../api/performances.ts';
import { Form } from '../../forms/form.tsx';
import { fieldsIn, nodesOf } from '../../forms/schema/schema-fields.ts';
import { SchemaInputs } from '../../forms/schema/schema-inputs.tsx';
import { valueOf } from '../../forms/schema/schema-value.ts';
import { useTyped } from '../../forms/schema/use-typed.ts';
import { catalogueTexts as words } from '../../texts/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { AccountField } from './account-field.tsx';
import { OutcomeNotice } from './outcome-notice.tsx';
import { useAccountsOf, usePerformance } from './use-catalogue.ts';

/** How it is wished for, by the button that was pressed. */
const ways = { simulate: { simulate: true }, ask: { require_approval: true }, now: {} } as const;
type Way = keyof typeof ways;
const isWay = (pressed: string | null): pressed is Way => pressed !== null && pressed in ways;

/** What an operation is given, made of its schema, and the ways to wish for it. Enter only simulates. */
export function OperationForm({ operation }: { readonly operation: Operation }) {
  const { platform, action_type, input, effect } = operation;
  const nodes = useMemo(() => nodesOf(input, 'payload'), [input]);
  const { typed, type } = useTyped();
  const [isAsked, setAsked] = useState(false);
  const { perform, isBusy, outcome, problems } = usePerformance();
  const accounts = useAccountsOf(platform);
  const [connection, setConnection] = useState('');
  const chosen = connection === '' ? {} : { connection };
  const send = (way: Way) =>
    perform({ platform, action_type, payload: valueOf(nodes, typed), ...chosen, ...ways[way] });
  const submit = (pressed: string | null) => {
    if (pressed === 'now' && effect === 'change') return setAsked(true);
    if (isWay(pressed)) send(pressed);
  };
  return (
    <>
      <Form
        label={words.formLabel}
        fields={['connection', ...fieldsIn(nodes).map(({ path }) => path)]}
        problems={problems}
        refusal={null}
        onSubmit={submit}
      >
        <AccountField accounts={accounts} chosen={connection} onChoose={setConnection} />
        <SchemaInputs nodes={nodes} typed={typed} onType={type} />
        <div className="form-buttons">
          <Button type="submit" isBusy={isBusy} value="simulate">
            {words.simulate}
          </Button>
          {effect === 'change' && (
            <Button type="submit" tone="primary" isBusy={isBusy} value="ask">
              {words.ask}
            </Button>
          )}
          <Button type="submit" tone={effect === 'change' ? 'plain' : 'primary'} isBusy={isBusy} value="now">
            {words.now}
          </Button>
        </div>
      </Form>
      {outcome !== null && <OutcomeNotice outcome={outcome} />}
      {isAsked && (
        <Confirm
          title={words.sureTitle}
          yes={words.now}
          isDanger={false}
          onYes={() => send('now')}
          onClose={() => setAsked(false)}
        >
          <p>{words.sure}</p>
        </Confirm>
      )}
    </>
  );
}
