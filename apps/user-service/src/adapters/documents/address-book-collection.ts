import { AddressBook } from '@intexuraos/contracts';
import { defineCollection } from '@intexuraos/storage';

/** One document for each person who has written an address down, under their id. */
export const addressBooks = defineCollection({
  name: 'users_address_book',
  parse: (data) => AddressBook.parse(data),
  indexes: [],
});
