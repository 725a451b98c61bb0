import { Form as BaseForm } from '@base-ui/react/form';
import { type FormEvent, type ReactNode, useMemo } from 'react';
import { Notice } from '../ui/notice.tsx';
import { type Problem, placed } from './problems.ts';

interface FormProps {
  readonly className?: string;
  readonly label: string;
  /** The fields' names, as paths of what is sent. */
  readonly fields: readonly string[];
  readonly problems: readonly Problem[];
  readonly refusal: string | null;
  /** `pressed` is the value of the button that sent it. */
  readonly onSubmit: (pressed: string | null) => void;
  readonly children: ReactNode;
}

/** A form whose problems stand beside the fields; those of no field stand above all. What was typed stays. */
export function Form({ className = 'form', label, fields, problems, refusal, onSubmit, children }: FormProps) {
  const names = fields.join(' ');
  // The same object as long as nothing changed: a new one would bring back what was mended meanwhile.
  const { beside, others } = useMemo(() => placed(problems, names.split(' ')), [problems, names]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit(pressedIn(event.nativeEvent));
  };
  const remarks = refusal === null ? others : [refusal, ...others];
  return (
    <BaseForm className={className} aria-label={label} errors={beside} onSubmit={submit} noValidate>
      {remarks.map((remark) => (
        <Notice key={remark} tone="bad" isNews>
          {remark}
        </Notice>
      ))}
      {children}
    </BaseForm>
  );
}

const pressedIn = (event: Event) =>
  event instanceof SubmitEvent ? (event.submitter?.getAttribute('value') ?? null) : null;
