import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Connection } from '../../api/connections.ts';
import { createMirrorsApi, type Mirror } from '../../api/mirrors.ts';
import { useApi } from '../../app-context.ts';
import { CheckBoxes } from '../../forms/check-boxes.tsx';
import { connectionsTexts as words } from '../../texts/connections.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { useShowToast } from '../../ui/toasts.tsx';
import { useSingleMutation } from '../../ui/use-single-mutation.ts';
import { MirrorAccount } from './mirror-account.tsx';

const mirrorsKey = ['mirrors'] as const;

/** What of that which is kept also goes to a person's accounts, and how they keep it here alone. */
export function Mirrors({ connections }: { readonly connections: readonly Connection[] }) {
  const api = useApi(createMirrorsApi);
  const query = useQuery({ queryKey: mirrorsKey, queryFn: ({ signal }) => api.list(signal) });
  return (
    <section aria-labelledby="mirrors-title">
      <h2 id="mirrors-title">{words.mirrors}</h2>
      <p>{words.mirrorsAdvice}</p>
      <Loaded query={query}>{(mirrors) => <Switches mirrors={mirrors} connections={connections} />}</Loaded>
    </section>
  );
}

interface SwitchesProps {
  readonly mirrors: readonly Mirror[];
  readonly connections: readonly Connection[];
}

function Switches({ mirrors, connections }: SwitchesProps) {
  const api = useApi(createMirrorsApi);
  const queries = useQueryClient();
  const showToast = useShowToast();
  const { mutate } = useSingleMutation<readonly Mirror[], Parameters<typeof api.change>[0]>({
    mutationFn: api.change,
    onSuccess: (changed) => queries.setQueryData(mirrorsKey, changed),
    onError: ({ message }) => showToast({ tone: 'bad', text: message }),
  });
  const turn = (on: readonly string[]) => {
    const changed = mirrors.find(({ kind, isOn }) => on.includes(kind) !== isOn);
    if (changed !== undefined) mutate({ kind: changed.kind, isOn: !changed.isOn });
  };
  return (
    <>
      <CheckBoxes
        name="mirrors"
        label={words.mirrorsLabel}
        choices={mirrors.map(({ kind, platform }) => ({ value: kind, label: words.mirror(kind, platform) }))}
        chosen={mirrors.filter(({ isOn }) => isOn).map(({ kind }) => kind)}
        onChange={turn}
      />
      {mirrors
        .filter(({ isOn }) => isOn)
        .map((mirror) => (
          <MirrorAccount
            key={mirror.kind}
            mirror={mirror}
            accounts={connections.filter(({ platform }) => platform === mirror.platform)}
            onChoose={(connection) => mutate({ kind: mirror.kind, connection })}
          />
        ))}
    </>
  );
}
