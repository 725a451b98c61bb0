import type { ReactNode } from 'react';

export type Tone = 'primary' | 'plain' | 'danger' | 'quiet';

interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly tone?: Tone;
  readonly type?: 'button' | 'submit';
  /** At work: it stays in place and takes no second press. */
  readonly isBusy?: boolean;
  readonly label?: string;
  /** Tells the form which button was pressed. */
  readonly value?: string;
}

export function Button({
  children,
  onPress,
  tone = 'plain',
  type = 'button',
  isBusy = false,
  label,
  value,
}: ButtonProps) {
  return (
    <button
      type={type}
      className={`button button-${tone}`}
      aria-disabled={isBusy}
      aria-busy={isBusy}
      aria-label={label}
      value={value}
      onClick={(event) => {
        if (isBusy) return event.preventDefault();
        onPress?.();
      }}
    >
      {children}
    </button>
  );
}
