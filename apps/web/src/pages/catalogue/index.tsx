import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Operation } from '../../api/performances.ts';
import { catalogueTexts as words } from '../../texts/catalogue.ts';
import { texts } from '../../texts.ts';
import { Empty } from '../../ui/empty.tsx';
import { hasWords } from '../../ui/has-words.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Lately } from './lately.tsx';
import { Marks } from './marks.tsx';
import { useOperations } from './use-catalogue.ts';

/** Every operation of every platform, and what was asked for lately. */
export function CataloguePage() {
  const operations = useOperations();
  const [search, setSearch] = useState('');
  useEffect(() => {
    document.title = `${texts.pages.catalogue} · ${texts.product}`;
  }, []);
  return (
    <section className="settings" aria-labelledby="catalogue-title">
      <header>
        <h1 id="catalogue-title">{texts.pages.catalogue}</h1>
        <p className="lead">{words.lead}</p>
      </header>
      <Lately />
      <SearchField label={words.searchLabel} search={search} onSearch={setSearch} />
      <Loaded query={operations}>
        {(all) => {
          const found = all.filter(({ platformTitle, describe }) => hasWords([platformTitle, describe], search));
          return found.length === 0 ? <Empty title={words.nothingFound} /> : <ByPlatform operations={found} />;
        }}
      </Loaded>
    </section>
  );
}

const ByPlatform = ({ operations }: { readonly operations: readonly Operation[] }) =>
  [...Map.groupBy(operations, ({ platformTitle }) => platformTitle)].map(([title, own]) => (
    <section key={title} aria-label={title}>
      <h2>{title}</h2>
      <ul className="items-list">
        {own.map((operation) => (
          <OperationRow key={operation.action_type} operation={operation} />
        ))}
      </ul>
    </section>
  ));

const OperationRow = ({ operation }: { readonly operation: Operation }) => (
  <li>
    <Link
      className="item"
      to="/catalogue/$platform/$operation"
      params={{ platform: operation.platform, operation: operation.action_type }}
    >
      <span className="item-title">{operation.describe}</span>
      <Marks operation={operation} />
    </Link>
  </li>
);
