import { useQueryClient } from '@tanstack/react-query';
import { createItemsApi, type Errand, errands, type Item } from '../../api/items.ts';
import { useApi } from '../../app-context.ts';
import { itemsTexts, mirrorPlaces } from '../../texts/items.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { OutsideLink, outsideAddress } from '../../ui/outside-link.tsx';
import { useSingleMutation } from '../../ui/use-single-mutation.ts';
import { mirrorIn } from './found-in.ts';

/** Where else an item is, what is under way for it, why nothing came of it, and the way to have it done. */
export function ItemErrand({ item }: { readonly item: Item }) {
  const items = useApi(createItemsApi);
  const queries = useQueryClient();
  const { mutate, isPending, error } = useSingleMutation<Item, Errand>({
    mutationFn: (errand) => items.begin(item, errand),
    onSettled: () => queries.invalidateQueries({ queryKey: ['items'] }),
  });
  const problem = error?.message ?? item.problem;
  const offered = errands.filter((errand) => item.can.includes(errand));
  return (
    <>
      <Elsewhere item={item} />
      {problem !== null && (
        <Notice tone="warning" isNews={error !== null}>
          {problem}
        </Notice>
      )}
      {item.pending && (
        <Notice tone="info">{problem === null ? itemsTexts.underway(item.kind) : itemsTexts.again}</Notice>
      )}
      {offered.map((errand) => (
        <p key={errand}>
          <Button isBusy={isPending} onPress={() => mutate(errand)}>
            {labelOf(errand, item)}
          </Button>
        </p>
      ))}
    </>
  );
}

function Elsewhere({ item }: { readonly item: Item }) {
  const there = mirrorIn(item);
  const address = there && outsideAddress(there.url);
  return (
    <>
      {there !== null && (
        <p className="situation">
          {itemsTexts.isAlso} <bdi>{there.account}</bdi>
        </p>
      )}
      {address !== null && <OutsideLink url={address} />}
    </>
  );
}

function labelOf(errand: Errand, { kind, found }: Item): string {
  if (errand === 'refresh') return itemsTexts.readPage;
  if (errand === 'write') return found === null ? itemsTexts.write : itemsTexts.writeAgain;
  return itemsTexts.putThere(mirrorPlaces[kind] ?? '');
}
