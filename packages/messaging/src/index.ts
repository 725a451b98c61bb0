export {
  type Carrier,
  type Consumer,
  type DeadLetter,
  type Delivery,
  deliveriesMax,
  type Message,
  messageOf,
  type Publisher,
  type Verdict,
} from './messaging.ts';
