import { texts } from '../texts.ts';
import { Button } from '../ui/button.tsx';

interface FormButtonsProps {
  /** What sends the form. */
  readonly label: string;
  readonly isBusy: boolean;
  /** What a person can do instead; absent where the form stands by itself. */
  readonly onCancel?: () => void;
}

/** The end of a form with one thing to do. */
export function FormButtons({ label, isBusy, onCancel }: FormButtonsProps) {
  return (
    <div className="form-buttons">
      <Button type="submit" tone="primary" isBusy={isBusy}>
        {label}
      </Button>
      {onCancel && (
        <Button tone="quiet" onPress={onCancel}>
          {texts.cancel}
        </Button>
      )}
    </div>
  );
}
