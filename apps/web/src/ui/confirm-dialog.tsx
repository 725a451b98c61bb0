import { AlertDialog } from '@base-ui/react/alert-dialog';
import type { ReactNode } from 'react';
import { texts } from '../texts.ts';

export interface ConfirmDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly yes: string;
  readonly isDanger: boolean;
  readonly onYes: () => void;
  readonly onClose: () => void;
}

/** One more question before something that cannot be taken back. */
export function ConfirmDialog({ title, children, yes, isDanger, onYes, onClose }: ConfirmDialogProps) {
  return (
    <AlertDialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="dialog-backdrop" />
        <AlertDialog.Popup className="dialog">
          <AlertDialog.Title className="dialog-title">{title}</AlertDialog.Title>
          <AlertDialog.Description render={<div />} className="dialog-text">
            {children}
          </AlertDialog.Description>
          <div className="dialog-buttons">
            <AlertDialog.Close className="button button-plain">{texts.cancel}</AlertDialog.Close>
            <AlertDialog.Close
              className={`button ${isDanger ? 'button-danger-full' : 'button-primary'}`}
              onClick={onYes}
            >
              {yes}
            </AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
