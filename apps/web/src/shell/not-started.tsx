import { texts } from '../texts.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';

/** Instead of everything, when the server does not say how it is set up. */
export const NotStarted = () => (
  <main className="welcome">
    <Empty title={texts.notStarted}>
      <Button onPress={() => location.reload()}>{texts.crashed.reload}</Button>
    </Empty>
  </main>
);
