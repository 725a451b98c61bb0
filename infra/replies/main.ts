/** `npm run replies`: how well replies are read, measured by the app that reads them. */
import '../../apps/actions-agent/replies.ts';
