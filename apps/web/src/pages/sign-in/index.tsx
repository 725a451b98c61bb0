import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useApp } from '../../app-context.ts';
import { SignedOut } from '../../session/signed-out.tsx';
import { Welcome } from '../../session/welcome.tsx';
import { texts } from '../../texts.ts';

const route = getRouteApi('/sign-in');

/** Where the printed link leads. The code is forgotten by the address bar before it is used. */
export function SignInPage() {
  const { signIn } = useApp();
  const { code } = route.useSearch();
  const navigate = useNavigate();
  const redeemed = useRef(false);
  const [hasFailed, setFailed] = useState(false);

  useEffect(() => {
    if (code === undefined || signIn.kind !== 'local' || redeemed.current) return;
    redeemed.current = true;
    void navigate({ to: '/sign-in', search: {}, replace: true });
    signIn
      .redeem(code)
      .then(() => navigate({ to: '/inbox', replace: true }))
      .catch(() => setFailed(true));
  }, [code, signIn, navigate]);

  if (redeemed.current && !hasFailed) return <Welcome>{texts.signIn.working}</Welcome>;
  return <SignedOut hasFailed={hasFailed} />;
}
