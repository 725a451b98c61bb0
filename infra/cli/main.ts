/** `npm run cli -- actions list`: the product from a terminal. */
import '../../apps/cli/src/main.ts';
