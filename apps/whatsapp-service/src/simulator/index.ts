export { createWhatsAppSimulator, type WhatsAppSimulatorOptions } from './create-simulator.ts';
