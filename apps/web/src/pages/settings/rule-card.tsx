import { useEffect, useRef, useState } from 'react';
import type { Rule, Trial } from '../../api/rules.ts';
import { settingsTexts } from '../../texts/settings.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Notice } from '../../ui/notice.tsx';
import { asNew } from './rule-draft.ts';
import { ruleLines } from './rule-lines.ts';
import { TrialResult } from './trial-result.tsx';
import { useRevokeRule, useTrial } from './use-rules.ts';

const words = settingsTexts.rules;

interface RuleCardProps {
  readonly rule: Rule;
  /** Somebody followed a link to it. */
  readonly isNamed: boolean;
}

/** One rule in words, with what stops it. */
export function RuleCard({ rule, isNamed }: RuleCardProps) {
  const card = useRef<HTMLLIElement>(null);
  const [trial, setTrial] = useState<Trial | null>(null);
  const { send, isSending, problems, refusal } = useTrial(setTrial);
  useEffect(() => {
    if (!isNamed) return;
    card.current?.scrollIntoView({ block: 'center' });
    card.current?.focus({ preventScroll: true });
  }, [isNamed]);
  return (
    <li ref={card} className={isNamed ? 'card card-named' : 'card'} tabIndex={-1} aria-current={isNamed || undefined}>
      {isNamed && <p className="card-remark">{words.named}</p>}
      <h3>
        <bdi>{rule.name}</bdi>
      </h3>
      <ul className="card-lines">
        {ruleLines(rule).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className="card-buttons">
        <Revoke rule={rule} />
        <Button isBusy={isSending} label={words.tryOnLabel(rule.name)} onPress={() => send(asNew(rule))}>
          {words.tryOn}
        </Button>
      </div>
      {[refusal, ...problems.map(({ message }) => message)]
        .filter((text) => text !== null)
        .map((text) => (
          <Notice key={text} tone="bad" isNews>
            {text}
          </Notice>
        ))}
      {trial !== null && <TrialResult trial={trial} />}
    </li>
  );
}

function Revoke({ rule }: { readonly rule: Rule }) {
  const [isAsked, setAsked] = useState(false);
  const { mutate, isPending } = useRevokeRule(rule);
  return (
    <>
      <Button tone="danger" isBusy={isPending} label={words.revokeLabel(rule.name)} onPress={() => setAsked(true)}>
        {words.revoke}
      </Button>
      {isAsked && (
        <Confirm
          title={words.revokeTitle}
          yes={words.revoke}
          isDanger
          onYes={() => mutate()}
          onClose={() => setAsked(false)}
        >
          <p>
            <bdi>{rule.name}</bdi>
          </p>
          <p>{words.revokeAdvice}</p>
        </Confirm>
      )}
    </>
  );
}
