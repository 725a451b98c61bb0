import type { Platform } from '../../api/connections.ts';

interface ScopesProps {
  readonly title: string;
  readonly scopes: readonly string[];
  readonly platform: Platform | undefined;
}

/** What an account may do, in words where the platform's connector has them. */
export const Scopes = ({ title, scopes, platform }: ScopesProps) => (
  <div className="card-scopes">
    <p>{title}</p>
    <ul>
      {scopes.map((scope) => (
        <li key={scope}>
          {platform?.oauth?.scopes.find((known) => known.scope === scope)?.reason} <code>{scope}</code>
        </li>
      ))}
    </ul>
  </div>
);
