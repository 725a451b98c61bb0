import { emulatorOrSkip, firestoreEmulator, pubsubEmulator } from '@intexuraos/testing';

/** Where Google's emulators answer. */
export interface Emulators {
  readonly firestore: string;
  readonly pubsub: string;
}

const find = () => Promise.all([firestoreEmulator(), pubsubEmulator()]);

/** For `(… ? describe : describe.skip)`: says loudly which emulator is missing, and throws instead with CI set. */
export const hasEmulators = async (): Promise<boolean> =>
  (await find()).map(emulatorOrSkip).every((emulator) => emulator !== null);

export async function emulators(): Promise<Emulators> {
  const [firestore, pubsub] = await find();
  if ('missing' in firestore) throw new Error(firestore.missing);
  if ('missing' in pubsub) throw new Error(pubsub.missing);
  return { firestore: firestore.host, pubsub: pubsub.host };
}
