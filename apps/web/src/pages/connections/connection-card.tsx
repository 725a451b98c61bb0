import { useEffect, useRef, useState } from 'react';
import type { Connection, Platform } from '../../api/connections.ts';
import { connectionsTexts as words } from '../../texts/connections.ts';
import { Button } from '../../ui/button.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ConnectForm } from './connect-form.tsx';
import { Disconnect } from './disconnect.tsx';
import { RenameForm } from './rename-form.tsx';
import { Scopes } from './scopes.tsx';
import { SettingsForm } from './settings-form.tsx';

interface ConnectionCardProps {
  readonly connection: Connection;
  /** Undefined: until the platforms are known. */
  readonly platform: Platform | undefined;
  /** The person comes from connecting it. */
  readonly isNew: boolean;
}

/** One account: whether it works, what it may, when it was used, and how it is changed. */
export function ConnectionCard({ connection, platform, isNew }: ConnectionCardProps) {
  const { label, health, connectedAt, lastUsedAt, scopes } = connection;
  const title = platform?.title ?? connection.platform;
  const card = useRef<HTMLLIElement>(null);
  const [opened, setOpened] = useState<'rename' | 'settings' | 'reconnect' | null>(null);
  useEffect(() => {
    if (isNew) card.current?.focus();
  }, [isNew]);
  const close = () => setOpened(null);
  return (
    <li ref={card} className={isNew ? 'card card-named' : 'card'} tabIndex={-1}>
      {isNew && (
        <p className="card-remark" role="status">
          {words.justConnected}
        </p>
      )}
      <h3>
        <bdi>{label}</bdi> {label !== title && <span className="card-fine">{title}</span>}{' '}
        <span className={`status status-${health === 'healthy' ? 'completed' : 'failed'}`}>
          {words.healths[health]}
        </span>
      </h3>
      {health === 'needs_reconnect' && <Notice tone="warning">{words.expired(title)}</Notice>}
      {scopes.length > 0 && <Scopes title={words.allowed} scopes={scopes} platform={platform} />}
      <p className="card-fine">
        {words.connected} <Moment at={connectedAt} />,{' '}
        {lastUsedAt === null ? (
          words.unused
        ) : (
          <>
            {words.used} <Moment at={lastUsedAt} />
          </>
        )}
      </p>
      <div className="card-buttons">
        <Button label={words.renameLabel(label)} onPress={() => setOpened('rename')}>
          {words.rename}
        </Button>
        {Object.keys(platform?.settingsSchema.properties ?? {}).length > 0 && (
          <Button label={words.settingsLabel(label)} onPress={() => setOpened('settings')}>
            {words.settings}
          </Button>
        )}
        {platform !== undefined && (
          <Button label={words.reconnectLabel(label)} onPress={() => setOpened('reconnect')}>
            {words.reconnect}
          </Button>
        )}
        <Disconnect connection={connection} />
      </div>
      {opened === 'rename' && <RenameForm connection={connection} onDone={close} />}
      {opened === 'settings' && platform !== undefined && (
        <SettingsForm connection={connection} platform={platform} onDone={close} />
      )}
      {opened === 'reconnect' && platform !== undefined && (
        <ConnectForm platform={platform} renewed={connection} onDone={close} />
      )}
    </li>
  );
}
