/** The platforms that operations are measured on, in a process of their own: two that answer, one that never does. */
import { platformStandIns } from '@intexuraos/connectors/testing';

const [answering = '', hanging = '', hub = ''] = process.argv.slice(2);
await platformStandIns['slack']?.(Number(answering));
(await platformStandIns['slack']?.(Number(hanging)))?.always('hang before the effect');
await platformStandIns['home_assistant']?.(Number(hub));
