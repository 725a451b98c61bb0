import { texts } from '../texts.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';

/** Instead of a page that threw. */
export const Broken = () => (
  <Empty title={texts.crashed.title} advice={texts.crashed.advice}>
    <Button onPress={() => location.reload()}>{texts.crashed.reload}</Button>
  </Empty>
);
