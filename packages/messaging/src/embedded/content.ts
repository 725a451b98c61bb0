import type { Topic } from '@intexuraos/contracts';
import type { Delivery } from '../messaging.ts';

/** What a message says. */
export interface Content {
  /** As JSON, for its row. */
  text(): string;
  /** As its consumer gets it. */
  delivered(): Pick<Delivery, 'data' | 'typedBy'>;
}

/** Read back from a row. */
export const storedContent = (text: string): Content => ({
  text: () => text,
  delivered: () => ({ data: JSON.parse(text) }),
});

/** Published in this process: handed over as it is, and written as JSON once it needs a row, which most never do. */
export class PublishedContent implements Content {
  readonly #typedBy: Topic<object>;
  readonly #event: object;
  #text: string | undefined;

  constructor(typedBy: Topic<object>, event: object) {
    this.#typedBy = typedBy;
    this.#event = event;
  }

  text(): string {
    return (this.#text ??= JSON.stringify(this.#event));
  }

  delivered() {
    return { data: this.#event, typedBy: this.#typedBy };
  }
}
