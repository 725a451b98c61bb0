import { createHash } from 'node:crypto';
import type { OpenApi, Operation } from './open-api.ts';

export interface DocsPage {
  readonly html: string;
  /** Lets in this page's own style and nothing else. */
  readonly contentSecurityPolicy: string;
}

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 60rem; margin: 0 auto; padding: 1rem }
h2 { margin-top: 2.5rem }
summary { cursor: pointer; padding: .4rem 0 }
code, pre { font: .875rem/1.4 ui-monospace, monospace }
pre { overflow: auto; padding: .75rem; border: 1px solid color-mix(in srgb, currentColor 25%, transparent) }
small { opacity: .75 }
`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? '');

const who = ({ security }: Operation) =>
  security.length === 0 ? 'anybody' : security.flatMap((scheme) => Object.keys(scheme)).join(' or ');

function operationHtml(method: string, path: string, operation: Operation): string {
  const { parameters, requestBody, responses } = operation;
  const facts = JSON.stringify({ parameters, requestBody, responses }, null, 2);
  const head = `<code>${method.toUpperCase()} ${escaped(path)}</code> ${escaped(operation.summary)}`;
  return `<details id="${operation.operationId}"><summary>${head} <small>(${who(operation)})</small></summary><pre>${escaped(facts)}</pre></details>`;
}

function operations({ paths }: OpenApi): readonly { readonly tag: string; readonly html: string }[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      tag: operation.tags[0] ?? '',
      html: operationHtml(method, path, operation),
    })),
  );
}

/** The document as one page that loads nothing and runs nothing. */
export function docsPage(document: OpenApi): DocsPage {
  const groups = Map.groupBy(operations(document), ({ tag }) => tag);
  const sections = [...groups].map(([tag, list]) => `<h2>${escaped(tag)}</h2>${list.map(({ html }) => html).join('')}`);
  const title = escaped(document.info.title);
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${style}</style><h1>${title}</h1>
<p>The same as <a href="/openapi.json">OpenAPI 3.1</a>.</p>${sections.join('\n')}</html>`;
  const styleHash = createHash('sha256').update(style).digest('base64');
  const contentSecurityPolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'; base-uri 'none'`;
  return { html, contentSecurityPolicy };
}
