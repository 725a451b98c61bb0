export { type CloudKmsSettings, cloudKmsScope, createCloudKmsKeyWrapper } from './cloud-kms-key-wrapper.ts';
export { createVault, type Vault, type VaultSettings } from './create-vault.ts';
export type { KeyWrapper } from './key-wrapper.ts';
export { loadLocalKeks } from './load-local-keks.ts';
export type { Kek } from './local-key-wrapper.ts';
export { type SealedFor, SealedRecord } from './record.ts';
