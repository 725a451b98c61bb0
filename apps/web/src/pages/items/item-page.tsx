import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { createItemsApi, type Item } from '../../api/items.ts';
import { useApi } from '../../app-context.ts';
import { itemsTexts, mirrorPlaces } from '../../texts/items.ts';
import { texts } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Empty } from '../../ui/empty.tsx';
import { fieldLabel } from '../../ui/field-label.ts';
import { Icon } from '../../ui/icon.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Notice } from '../../ui/notice.tsx';
import { OutsideLink, outsideAddress } from '../../ui/outside-link.tsx';
import { useSingleMutation } from '../../ui/use-single-mutation.ts';
import { ItemMirror } from './item-mirror.tsx';
import { type KindPage, kindPages, kinds } from './kinds.ts';

const shownAs = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(shownAs).join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** While something is still being done for it. */
const lookEveryMs = 1_500;

/** One thing that is kept, at the address that its action named when it was done. */
export function ItemPage() {
  const { page = '', id = '' } = useParams({ strict: false });
  const items = useApi(createItemsApi);
  const known = kindPages.find((each) => each === page);
  const kind = known === undefined ? page : kinds[known].name;
  const { data: item, error } = useQuery({
    queryKey: ['items', 'one', kind, id],
    queryFn: ({ signal }) => items.get({ kind, id }, signal),
    refetchInterval: ({ state }) => (state.data?.pending ? lookEveryMs : false),
  });
  if (item !== undefined) return <ItemDetail item={item} page={known ?? 'todos'} />;
  return error === null ? <p className="loading">{texts.loading}</p> : <Empty title={itemsTexts.gone} />;
}

function ItemDetail({ item, page }: { readonly item: Item; readonly page: KindPage }) {
  const { title, content, createdAt, completedAt } = item;
  const lines = Object.entries(content)
    .map(([name, value]) => [name, shownAs(value)] as const)
    .filter(([name, value]) => value !== '' && value !== title && name !== 'title');
  const address = outsideAddress(shownAs(content['url']));
  const mirrorPlace = mirrorPlaces[item.kind];
  return (
    <article className="detail" aria-labelledby="item-title">
      <Link className="back" to="/items/$page" params={{ page }}>
        <Icon name="back" /> {itemsTexts.kinds[kinds[page].name]}
      </Link>
      <h1 id="item-title" className={completedAt === null ? '' : 'item-done'}>
        <bdi>{title}</bdi>
      </h1>
      {lines.length > 0 && (
        <dl className="facts">
          {lines.map(([name, value]) => (
            <div key={name} className="fact">
              <dt>{fieldLabel(name)}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {address !== null && (
        <p>
          <OutsideLink url={address} />
        </p>
      )}
      {mirrorPlace !== undefined && <ItemMirror item={item} place={mirrorPlace} />}
      <ItemMoves item={item} page={page} />
      <p className="situation">
        <Moment at={createdAt} />
      </p>
    </article>
  );
}

function ItemMoves({ item, page }: { readonly item: Item; readonly page: KindPage }) {
  const items = useApi(createItemsApi);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [isAsked, setAsked] = useState(false);
  const { mutate, isPending, error } = useSingleMutation<unknown, 'delete' | 'tick'>({
    mutationFn: (move) => (move === 'delete' ? items.delete(item) : items.tick(item, item.completedAt === null)),
    async onSuccess(_, move) {
      if (move === 'delete') await navigate({ to: '/items/$page', params: { page }, replace: true });
      await queries.invalidateQueries({ queryKey: ['items'] });
    },
  });
  const ticks = item.can.find((name) => name in itemsTexts.ticks);
  return (
    <div className="move-buttons" role="group" aria-label={texts.moves.group(item.title)}>
      {ticks !== undefined && (
        <Button tone="primary" isBusy={isPending} onPress={() => mutate('tick')}>
          {item.completedAt === null ? itemsTexts.ticks.complete : itemsTexts.ticks.reopen}
        </Button>
      )}
      {item.can.includes('delete') && (
        <Button tone="danger" isBusy={isPending} onPress={() => setAsked(true)}>
          {texts.moves.delete}
        </Button>
      )}
      {error !== null && (
        <Notice tone="bad" isNews>
          {error.message}
        </Notice>
      )}
      {isAsked && (
        <Confirm
          title={itemsTexts.deleteTitle}
          yes={texts.moves.delete}
          isDanger
          onYes={() => mutate('delete')}
          onClose={() => setAsked(false)}
        >
          <bdi>{item.title}</bdi>
        </Confirm>
      )}
    </div>
  );
}
