import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

/** Asks before something is done that cannot be taken back. */
export const ConfirmDialog = ({
  title,
  text,
  action,
  onClose,
  onConfirm,
}: {
  title: string;
  text: string;
  action: string;
  onClose: () => void;
  onConfirm: () => void;
}) => (
  <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={onClose}>
    <Modal className="modal">
      <Dialog role="alertdialog">
        <Heading slot="title">{title}</Heading>
        <p>{text}</p>
        <div className="bar end">
          <Button className="button" onPress={onClose} autoFocus>
            Cancel
          </Button>
          <Button className="button danger" onPress={onConfirm}>
            {action}
          </Button>
        </div>
      </Dialog>
    </Modal>
  </ModalOverlay>
);
