import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { connectionsTexts as words } from '../../texts/connections.ts';
import { texts } from '../../texts.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { ConnectionCard } from './connection-card.tsx';
import { Mirrors } from './mirrors.tsx';
import { PlatformCard } from './platform-card.tsx';
import { useConnections, usePlatforms } from './use-connections.ts';

const route = getRouteApi('/own/connections');

/** Which accounts of theirs a person has connected, and how another is. */
export function ConnectionsPage() {
  const { connected } = route.useSearch();
  const platforms = usePlatforms();
  const connections = useConnections();
  useEffect(() => {
    document.title = `${texts.pages.connections} · ${texts.product}`;
  }, []);
  const platformOf = (name: string) => platforms.data?.find((platform) => platform.name === name);
  return (
    <section className="settings" aria-labelledby="connections-title">
      <header>
        <h1 id="connections-title">{texts.pages.connections}</h1>
        <p className="lead">{words.lead}</p>
      </header>
      <section aria-labelledby="mine-title">
        <h2 id="mine-title">{words.mine}</h2>
        <Loaded query={connections}>
          {(all) =>
            all.length === 0 ? (
              <p className="nothing-here">{words.none}</p>
            ) : (
              <ul className="cards">
                {all.map((connection) => (
                  <ConnectionCard
                    key={connection.id}
                    connection={connection}
                    platform={platformOf(connection.platform)}
                    isNew={connection.id === connected}
                  />
                ))}
              </ul>
            )
          }
        </Loaded>
      </section>
      <Mirrors connections={connections.data ?? []} />
      <section aria-labelledby="add-title">
        <h2 id="add-title">{words.add}</h2>
        <Loaded query={platforms}>
          {(all) => (
            <ul className="cards">
              {all.map((platform) => (
                <PlatformCard key={platform.name} platform={platform} />
              ))}
            </ul>
          )}
        </Loaded>
      </section>
    </section>
  );
}
