import { useState } from 'react';
import { settingsTexts } from '../../texts/settings.ts';
import { Button } from '../../ui/button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RuleCard } from './rule-card.tsx';
import { RuleForm } from './rule-form.tsx';
import { useRules } from './use-rules.ts';

const words = settingsTexts.rules;

/** Everything that happens without a question. `named` is the rule that somebody followed a link to. */
export function RulesSection({ named }: { readonly named: string | null }) {
  const rules = useRules();
  const [isAdding, setAdding] = useState(false);
  const isGone = named !== null && rules.isSuccess && !rules.data.some(({ id }) => id === named);
  return (
    <section aria-labelledby="rules-title">
      <h2 id="rules-title">{words.title}</h2>
      <p className="lead">{words.lead}</p>
      {isGone && (
        <Notice tone="info" isNews>
          {words.gone}
        </Notice>
      )}
      <Loaded query={rules}>
        {(known) => (
          <ul className="cards">
            {known.map((rule) => (
              <RuleCard key={rule.id} rule={rule} isNamed={rule.id === named} />
            ))}
          </ul>
        )}
      </Loaded>
      {rules.data?.length === 0 && <p className="nothing-here">{words.none}</p>}
      {isAdding ? (
        <RuleForm onDone={() => setAdding(false)} />
      ) : (
        <div>
          <Button onPress={() => setAdding(true)}>{words.add}</Button>
        </div>
      )}
    </section>
  );
}
