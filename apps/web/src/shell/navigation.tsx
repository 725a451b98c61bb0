import { Link } from '@tanstack/react-router';
import { useApp } from '../app-context.ts';
import { texts } from '../texts.ts';
import { Icon, type IconName } from '../ui/icon.tsx';

interface Place {
  readonly to: '/inbox' | '/chat' | '/items';
  readonly icon: IconName;
  readonly text: string;
}

const places: readonly Place[] = [
  { to: '/inbox', icon: 'inbox', text: texts.pages.inbox },
  { to: '/chat', icon: 'chat', text: texts.pages.chat },
  { to: '/items', icon: 'items', text: texts.pages.items },
];

export function Navigation() {
  const { hasSimulator } = useApp();
  return (
    <nav className="navigation" aria-label={texts.navigation}>
      <p className="navigation-product">
        <Icon name="mark" /> {texts.product}
      </p>
      <ul>
        {places
          .filter(({ to }) => hasSimulator || to !== '/chat')
          .map(({ to, icon, text }) => (
            <li key={to}>
              <Link to={to} className="navigation-link">
                <Icon name={icon} />
                <span>{text}</span>
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
