import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { createRulesApi, type NewRule, type Rule, type Trial } from '../../api/rules.ts';
import { useApi } from '../../app-context.ts';
import type { Problem } from '../../forms/problems.ts';
import { useAttempt } from '../../forms/use-attempt.ts';
import { settingsTexts } from '../../texts/settings.ts';
import { useShowToast } from '../../ui/toasts.tsx';
import { useSingleMutation } from '../../ui/use-single-mutation.ts';

const rulesKey = ['rules'] as const;
const words = settingsTexts.rules;

export function useRules() {
  const api = useApi(createRulesApi);
  return useQuery({ queryKey: rulesKey, queryFn: ({ signal }) => api.list(signal) });
}

interface DraftedRule {
  readonly rule: NewRule;
  /** Only what it would have done is wanted. */
  readonly isTrial: boolean;
}

/** Adds a rule, or tries it on what has happened. */
export function useDraftedRule(onAdded: () => void, onTried: (trial: Trial) => void) {
  const api = useApi(createRulesApi);
  const queries = useQueryClient();
  const showToast = useShowToast();
  const work = async ({ rule, isTrial }: DraftedRule) => {
    if (isTrial) return onTried(await api.tryOnHistory(rule));
    const { name } = await api.add(rule);
    showToast({ tone: 'good', text: words.added(name) });
    onAdded();
    await queries.invalidateQueries({ queryKey: rulesKey });
  };
  const { problems, ...attempt } = useAttempt(work, () => undefined);
  return { ...attempt, problems: useMemo(() => problems.map(unwrapped), [problems]) };
}

/** A rule is tried inside of `rule`; its fields are the same as when it is added. */
const unwrapped = ({ path, message }: Problem): Problem => ({ path: path.replace(/^rule\./, ''), message });

export function useRevokeRule({ id, name }: Rule) {
  const api = useApi(createRulesApi);
  const queries = useQueryClient();
  const showToast = useShowToast();
  return useSingleMutation<unknown, void>({
    mutationFn: () => api.remove(id),
    async onSuccess() {
      showToast({ tone: 'good', text: words.revoked(name) });
      await queries.invalidateQueries({ queryKey: rulesKey });
    },
    onError: ({ message }) => showToast({ tone: 'bad', text: message }),
  });
}

/** What a rule would have done to the past. */
export function useTrial(onTried: (trial: Trial) => void) {
  const api = useApi(createRulesApi);
  return useAttempt<NewRule, Trial>(api.tryOnHistory, onTried);
}
