export {
  type Choice,
  createMemoryCarrier,
  type MemoryCarrier,
  type MemoryCarrierOptions,
  type PendingDelivery,
} from './memory-carrier.ts';
