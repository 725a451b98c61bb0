import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { typesKey } from '../../actions/cache.ts';
import { useApp } from '../../app-context.ts';
import { texts } from '../../texts.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { type Show, shows } from './inbox-search.ts';

const route = getRouteApi('/own/inbox');
const isShow = (name: string): name is Show => name in shows;

interface FiltersProps {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly count: number;
  readonly isComplete: boolean;
}

export function Filters({ search, onSearch, count, isComplete }: FiltersProps) {
  const { show = 'waiting' } = route.useSearch();
  return (
    <header className="filters">
      <div className="filters-head">
        <h1>{texts.inbox.title}</h1>
        <p className="filters-count" aria-live="polite">
          {texts.inbox.loaded(count, isComplete)}
        </p>
      </div>
      <nav className="shows" aria-label={texts.inbox.showLabel}>
        {Object.keys(shows)
          .filter(isShow)
          .map((name) => (
            <Link
              key={name}
              from="/inbox"
              search={({ show: _show, action: _action, ...rest }) =>
                name === 'waiting' ? rest : { ...rest, show: name }
              }
              activeOptions={{ exact: true }}
              aria-current={name === show ? 'true' : undefined}
              className="show"
            >
              {texts.inbox.shows[name]}
            </Link>
          ))}
      </nav>
      <div className="filters-find">
        <SearchField label={texts.inbox.searchLabel} search={search} onSearch={onSearch} />
        <TypeFilter />
      </div>
    </header>
  );
}

function TypeFilter() {
  const { actions } = useApp();
  const { type = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: types = [] } = useQuery({
    queryKey: typesKey,
    queryFn: actions.types,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <select
      aria-label={texts.inbox.typeLabel}
      value={type}
      onChange={({ target: { value } }) =>
        void navigate({
          search: ({ type: _type, ...rest }) => (value === '' ? rest : { ...rest, type: value }),
          replace: true,
        })
      }
    >
      <option value="">{texts.inbox.anyType}</option>
      {types.map(({ name }) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </select>
  );
}
