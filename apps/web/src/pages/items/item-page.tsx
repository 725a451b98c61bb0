import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { isApiError } from '../../api/api-error.ts';
import { createItemsApi, type Item } from '../../api/items.ts';
import { useApi } from '../../app-context.ts';
import { itemsTexts } from '../../texts/items.ts';
import { Empty } from '../../ui/empty.tsx';
import { fieldLabel } from '../../ui/field-label.ts';
import { Icon } from '../../ui/icon.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Moment } from '../../ui/moment.tsx';
import { OutsideLink, outsideAddress } from '../../ui/outside-link.tsx';
import { pageFactsIn, researchIn } from './found-in.ts';
import { ItemErrand } from './item-errand.tsx';
import { ItemResearch } from './item-found.tsx';
import { ItemMoves } from './item-moves.tsx';
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
  const query = useQuery({
    queryKey: ['items', 'one', kind, id],
    queryFn: ({ signal }) => items.get({ kind, id }, signal),
    refetchInterval: ({ state }) => (state.data?.pending ? lookEveryMs : false),
  });
  if (isApiError(query.error, 'NOT_FOUND', 'VALIDATION_FAILED')) return <Empty title={itemsTexts.gone} />;
  return <Loaded query={query}>{(item) => <ItemDetail item={item} page={known ?? 'todos'} />}</Loaded>;
}

function ItemDetail({ item, page }: { readonly item: Item; readonly page: KindPage }) {
  const { title, content, createdAt, completedAt } = item;
  const address = outsideAddress(shownAs(content['url']));
  const research = researchIn(item);
  return (
    <article className="detail" aria-labelledby="item-title">
      <Link className="back" to="/items/$page" params={{ page }}>
        <Icon name="back" /> {itemsTexts.kinds[kinds[page].name]}
      </Link>
      <h1 id="item-title" className={completedAt === null ? '' : 'item-done'}>
        <bdi>{title}</bdi>
      </h1>
      <ItemFacts item={item} />
      {address !== null && (
        <p>
          <OutsideLink url={address} />
        </p>
      )}
      {research !== null && <ItemResearch research={research} />}
      <ItemErrand item={item} />
      <ItemMoves item={item} page={page} />
      <p className="situation">
        <Moment at={createdAt} />
      </p>
    </article>
  );
}

/** What was asked for, and what its page says about itself where it is a bookmark. */
function ItemFacts({ item }: { readonly item: Item }) {
  const { title, content } = item;
  const asked = Object.entries(content).map(([name, value]) => [name, shownAs(value)] as const);
  const lines = [
    ...asked.filter(([name, value], at) => {
      const isSaidAbove = value === title || asked.findIndex(([, other]) => other === value) < at;
      return value !== '' && name !== 'title' && !isSaidAbove;
    }),
    ...pageFactsIn(item).map(([name, value]) => [`page_${name}`, value] as const),
  ];
  if (lines.length === 0) return null;
  return (
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
  );
}
