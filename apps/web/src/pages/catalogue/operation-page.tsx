import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Operation } from '../../api/performances.ts';
import { catalogueTexts as words } from '../../texts/catalogue.ts';
import { texts } from '../../texts.ts';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Marks } from './marks.tsx';
import { OperationForm } from './operation-form.tsx';
import { useOperations } from './use-catalogue.ts';

/** One operation: how safe it is, what it is given, and what became of it. */
export function OperationPage() {
  const { platform, operation: name } = useParams({ strict: false });
  const operations = useOperations();
  return (
    <Loaded query={operations}>
      {(all) => {
        const found = all.find((each) => each.platform === platform && each.action_type === name);
        if (found === undefined) return <Empty title={words.gone} />;
        return <OperationDetail key={`${platform}.${name}`} operation={found} />;
      }}
    </Loaded>
  );
}

function OperationDetail({ operation }: { readonly operation: Operation }) {
  const { describe, platformTitle, repeatable, canUndo, simulated } = operation;
  useEffect(() => {
    document.title = `${describe} · ${texts.product}`;
  }, [describe]);
  return (
    <article className="detail" aria-labelledby="operation-title">
      <Link className="back" to="/catalogue">
        <Icon name="back" /> {words.back}
      </Link>
      <header className="detail-heading">
        <h1 id="operation-title">{describe}</h1>
        <p className="detail-marks">
          {platformTitle} <Marks operation={operation} />
        </p>
        <p className="lead">
          {words.repeats[repeatable]} {canUndo && words.undo}
        </p>
      </header>
      {simulated && <Notice tone="info">{words.simulatedOnly(platformTitle)}</Notice>}
      <OperationForm operation={operation} />
    </article>
  );
}
