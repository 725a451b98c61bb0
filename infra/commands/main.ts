/** `npm run commands`: how well commands are read, measured by the app that reads them. */
import '../../apps/commands-agent/commands.ts';
