import { useQueryClient } from '@tanstack/react-query';
import { createItemsApi, type Item } from '../../api/items.ts';
import { useApi } from '../../app-context.ts';
import { itemsTexts } from '../../texts/items.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { OutsideLink, outsideAddress } from '../../ui/outside-link.tsx';
import { useSingleMutation } from '../../ui/use-single-mutation.ts';
import { mirrorIn } from './mirror-in.ts';

/** Where else an item is, why it is not, and the way to put it there. */
export function ItemMirror({ item, place }: { readonly item: Item; readonly place: string }) {
  const items = useApi(createItemsApi);
  const queries = useQueryClient();
  const { mutate, isPending, error } = useSingleMutation<Item, void>({
    mutationFn: () => items.mirror(item),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['items'] }),
  });
  const there = mirrorIn(item);
  const problem = error?.message ?? item.problem;
  const address = there && outsideAddress(there.url);
  return (
    <>
      {there !== null && (
        <p className="situation">
          {itemsTexts.isAlso} <bdi>{there.account}</bdi>
        </p>
      )}
      {address !== null && <OutsideLink url={address} />}
      {problem !== null && (
        <Notice tone="warning" isNews={error !== null}>
          {problem}
        </Notice>
      )}
      {item.pending && <Notice tone="info">{problem === null ? itemsTexts.underway : itemsTexts.again}</Notice>}
      {item.can.includes('mirror') && (
        <Button isBusy={isPending} onPress={() => mutate()}>
          {itemsTexts.putThere(place)}
        </Button>
      )}
    </>
  );
}
