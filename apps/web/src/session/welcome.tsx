import type { ReactNode } from 'react';
import { texts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';

/** The page of somebody who is not signed in. */
export const Welcome = ({ children }: { readonly children: ReactNode }) => (
  <main className="welcome">
    <p className="navigation-product">
      <Icon name="mark" /> {texts.product}
    </p>
    <h1>{texts.signIn.title}</h1>
    <p className="welcome-promise">{texts.signIn.promise}</p>
    <div className="welcome-way" role="status">
      {children}
    </div>
  </main>
);
