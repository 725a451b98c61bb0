export type { Carrier, Consumer, DeadLetter, Delivery, Publisher, Verdict } from './messaging.ts';
