import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useBackend, useOverview } from '../api/queries.ts';
import type { CallReply, DeletionPreview, ResourceLink } from '../api/types.ts';
import { CheckBox } from '../ui/check-box.tsx';
import { LinkList } from './link-list.tsx';

interface Target {
  readonly kind: string;
  readonly id: string;
}

/** Shows what a deletion would break, worked out by the emulator on a copy, before it is done. */
export const DeleteDialog = ({
  kind,
  id,
  onClose,
  onDeleted,
}: Target & { onClose: () => void; onDeleted: () => void }) => {
  const [force, setForce] = useState(false);
  const backend = useBackend();
  const { data: preview } = useQuery({
    queryKey: ['state', 'deletion', kind, id, force],
    queryFn: async () =>
      (await backend.ask('POST', '/deletion-previews', { kind, id, force })) as DeletionPreview,
  });
  // What is shown follows by the event; asked for at once, the resource would be missed before it is closed.
  const change = useMutation({
    mutationFn: async (body: unknown) => (await backend.ask('POST', '/calls', body)) as CallReply,
  });
  const remove = async ({ call }: DeletionPreview): Promise<void> => {
    const { version, action, accountId, parameters } = call;
    const reply = await change.mutateAsync({ version, action, accountId, parameters });
    if (reply.status === 200) onDeleted();
  };
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={onClose}>
      <Modal className="modal">
        <Dialog>
          <Heading slot="title">Delete {id}?</Heading>
          {preview === undefined ? (
            <p className="dim">Working out what it would break…</p>
          ) : (
            <Preview preview={preview} id={id} />
          )}
          {change.data !== undefined && change.data.status !== 200 && (
            <p className="notice bad" role="alert">
              The API refused it: {change.data.body}
            </p>
          )}
          <div className="bar end">
            {preview?.takesForce === true && (
              <CheckBox label="Force" isSelected={force} onChange={setForce} />
            )}
            <Button className="button" onPress={onClose}>
              Cancel
            </Button>
            <Button
              className="button danger"
              isDisabled={preview === undefined || preview.refusal !== null || change.isPending}
              onPress={() => {
                if (preview !== undefined) void remove(preview);
              }}
            >
              {preview === undefined ? 'Delete' : preview.call.action}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
};

const Preview = ({ preview, id }: { preview: DeletionPreview; id: string }) => {
  const { refusal, removed, changed, broken, accountsLosingAccess, referrers } = preview;
  if (refusal !== null) {
    return (
      <>
        <p className="notice bad">
          ECS would refuse it: <strong>{refusal.code}</strong>. {refusal.message}
        </p>
        <Effect title="In use by" links={referrers} />
      </>
    );
  }
  const others = removed.filter((link) => link.id !== id);
  const isAlone = others.length + changed.length + broken.length + accountsLosingAccess.length === 0;
  return (
    <>
      {isAlone && <p>Nothing else would be touched.</p>}
      <Effect title="Would be deleted with it" links={others} />
      <Effect title="Would stay, but lose what it refers to" links={broken} />
      <Effect title="Would change" links={changed} />
      {accountsLosingAccess.length > 0 && (
        <div className="kind-links">
          <h4>
            Accounts that would lose the image <span className="dim">{accountsLosingAccess.length}</span>
          </h4>
          <p className="mono wraps">{accountsLosingAccess.join(', ')}</p>
        </div>
      )}
    </>
  );
};

const Effect = ({ title, links }: { title: string; links: readonly ResourceLink[] }) => {
  const { data } = useOverview();
  if (links.length === 0) return null;
  return (
    <section className="effect">
      <h3>{title}</h3>
      <LinkList links={links} kinds={data?.kinds ?? []} />
    </section>
  );
};
