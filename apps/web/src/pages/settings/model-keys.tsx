import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createPersonApi, type ModelKey } from '../../api/person.ts';
import { useApi } from '../../app-context.ts';
import { settingsTexts } from '../../texts/settings.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Moment } from '../../ui/moment.tsx';
import { useShowToast } from '../../ui/toasts.tsx';
import { useSingleMutation } from '../../ui/use-single-mutation.ts';
import { keysKey } from './use-person.ts';

const words = settingsTexts.model;

/** The keys that are kept: whose, where they are used, how they end. */
export function ModelKeys({ keys }: { readonly keys: readonly ModelKey[] }) {
  if (keys.length === 0) return <p className="nothing-here">{words.none}</p>;
  return (
    <>
      <ul className="cards">
        {keys.map((key) => (
          <KeyCard key={key.provider} modelKey={key} />
        ))}
      </ul>
      {keys.length > 1 && <p className="field-hint">{words.first}</p>}
    </>
  );
}

function KeyCard({ modelKey }: { readonly modelKey: ModelKey }) {
  const { provider, baseUrl, lastFour, updatedAt, lastUsedAt } = modelKey;
  return (
    <li className="card">
      <h3>{provider}</h3>
      <p>
        {words.key(lastFour)}, <bdi>{baseUrl ?? (provider === 'openai' ? words.own : words.nowhere)}</bdi>
      </p>
      <p className="card-fine">
        {words.saved} <Moment at={updatedAt} />,{' '}
        {lastUsedAt === null ? (
          words.unused
        ) : (
          <>
            {words.used} <Moment at={lastUsedAt} />
          </>
        )}
      </p>
      <DeleteKey provider={provider} />
    </li>
  );
}

function DeleteKey({ provider }: { readonly provider: string }) {
  const person = useApi(createPersonApi);
  const queries = useQueryClient();
  const showToast = useShowToast();
  const [isAsked, setAsked] = useState(false);
  const { mutate, isPending } = useSingleMutation<unknown, string>({
    mutationFn: person.deleteKey,
    async onSuccess() {
      showToast({ tone: 'good', text: words.keyDeleted(provider) });
      await queries.invalidateQueries({ queryKey: keysKey });
    },
    onError: ({ message }) => showToast({ tone: 'bad', text: message }),
  });
  return (
    <div className="card-buttons">
      <Button tone="danger" isBusy={isPending} label={words.deleteLabel(provider)} onPress={() => setAsked(true)}>
        {words.delete}
      </Button>
      {isAsked && (
        <Confirm
          title={words.deleteTitle}
          yes={words.delete}
          isDanger
          onYes={() => mutate(provider)}
          onClose={() => setAsked(false)}
        >
          <p>{words.deleteAdvice}</p>
        </Confirm>
      )}
    </div>
  );
}
