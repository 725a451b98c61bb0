import { Link, useLocation } from '@tanstack/react-router';
import { useId, useRef } from 'react';
import { useApp } from '../app-context.ts';
import { kindPages } from '../pages/items/kinds.ts';
import { texts } from '../texts.ts';
import { Icon, type IconName } from '../ui/icon.tsx';

interface Place {
  readonly to: '/inbox' | '/chat' | '/items' | '/connections' | '/catalogue' | '/operations' | '/settings';
  readonly icon: IconName;
  readonly text: string;
  /** Has room in the bar of a phone; the others are one press further. */
  readonly isMain: boolean;
  /** What else lies at this place, by the beginning of its address. */
  readonly others?: readonly string[];
}

const places: readonly Place[] = [
  { to: '/inbox', icon: 'inbox', text: texts.pages.inbox, isMain: true },
  { to: '/chat', icon: 'chat', text: texts.pages.chat, isMain: true },
  { to: '/items', icon: 'items', text: texts.pages.items, isMain: true, others: kindPages.map((kind) => `/${kind}/`) },
  { to: '/connections', icon: 'connections', text: texts.pages.connections, isMain: false },
  { to: '/catalogue', icon: 'action', text: texts.pages.catalogue, isMain: false },
  { to: '/operations', icon: 'operations', text: texts.pages.operations, isMain: false },
  { to: '/settings', icon: 'settings', text: texts.pages.settings, isMain: false },
];

interface EntryProps {
  readonly place: Place;
  readonly onChosen?: () => void;
}

function Entry({ place: { to, icon, text, others = [] }, onChosen }: EntryProps) {
  const isHere = useLocation({ select: ({ pathname }) => others.some((start) => pathname.startsWith(start)) });
  return (
    <Link to={to} className="navigation-link" onClick={onChosen} aria-current={isHere ? 'page' : undefined}>
      <Icon name={icon} />
      <span>{text}</span>
    </Link>
  );
}

/** All places beside the page; on a phone the main ones below it, and the others in a menu. */
export function Navigation() {
  const { hasSimulator } = useApp();
  const offered = places.filter(({ to }) => hasSimulator || to !== '/chat');
  return (
    <nav className="navigation" aria-label={texts.navigation}>
      <p className="navigation-product">
        <Icon name="mark" /> {texts.product}
      </p>
      <ul className="navigation-main">
        {offered
          .filter(({ isMain }) => isMain)
          .map((place) => (
            <li key={place.to}>
              <Entry place={place} />
            </li>
          ))}
      </ul>
      <More places={offered.filter(({ isMain }) => !isMain)} />
    </nav>
  );
}

/** A popover on a phone; where there is room its list always stands there and needs no button. */
function More({ places: others }: { readonly places: readonly Place[] }) {
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const isHere = useLocation({ select: ({ pathname }) => others.some(({ to }) => pathname.startsWith(to)) });
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className={isHere ? 'navigation-link navigation-more navigation-here' : 'navigation-link navigation-more'}
      >
        <Icon name="more" />
        <span>{texts.more}</span>
      </button>
      <ul id={id} ref={list} popover="auto" className="navigation-others">
        {others.map((place) => (
          <li key={place.to}>
            <Entry place={place} onChosen={() => list.current?.hidePopover()} />
          </li>
        ))}
      </ul>
    </>
  );
}
