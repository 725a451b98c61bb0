import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createAddressBookApi, type Entry, type NewEntry } from '../../api/address-book.ts';
import { useApi } from '../../app-context.ts';
import { useAttempt } from '../../forms/use-attempt.ts';
import { settingsTexts } from '../../texts/settings.ts';
import { useShowToast } from '../../ui/toasts.tsx';
import { useSingleMutation } from '../../ui/use-single-mutation.ts';

const bookKey = ['address-book'] as const;
const words = settingsTexts.addressBook;

export function useAddressBook() {
  const api = useApi(createAddressBookApi);
  return useQuery({ queryKey: bookKey, queryFn: ({ signal }) => api.list(signal) });
}

export function useSaveAddress(onSaved: () => void) {
  const api = useApi(createAddressBookApi);
  const queries = useQueryClient();
  const showToast = useShowToast();
  return useAttempt<NewEntry, Entry>(api.save, async ({ name }) => {
    showToast({ tone: 'good', text: words.saved(name) });
    onSaved();
    await queries.invalidateQueries({ queryKey: bookKey });
  });
}

export function useForgetAddress({ id, name }: Entry) {
  const api = useApi(createAddressBookApi);
  const queries = useQueryClient();
  const showToast = useShowToast();
  return useSingleMutation<unknown, void>({
    mutationFn: () => api.remove(id),
    async onSuccess() {
      showToast({ tone: 'good', text: words.forgotten(name) });
      await queries.invalidateQueries({ queryKey: bookKey });
    },
    onError: ({ message }) => showToast({ tone: 'bad', text: message }),
  });
}
