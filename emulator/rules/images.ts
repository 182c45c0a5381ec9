import { defineRules } from './define.ts';

/** Rules of images, their sharing, snapshots, disks and tags. */
export const imageRules = defineRules({
  'image-share.own-images-only': [
    'Only the custom images of the calling account can be shared.',
    'API page ModifyImageSharePermission; provider page image_share_permission, note 1',
  ],
  'image-share.ten-per-call': [
    'A call adds and removes up to 10 accounts each; the entries behind are ignored.',
    'API page ModifyImageSharePermission, AddAccount.N and RemoveAccount.N',
  ],
  'image-share.limit': [
    'An image can be shared with up to 50 accounts, unless a ticket raised the limit.',
    'API page ModifyImageSharePermission; limits page; provider page image_share_permission, note 2',
  ],
  'image-share.own-account': [
    'An image cannot be shared with the account that owns it.',
    'API page ModifyImageSharePermission, error InvalidAccount.Forbbiden',
  ],
  'image-share.encrypted': [
    'An image with encrypted snapshots cannot be shared.',
    'API page ModifyImageSharePermission, error OperationDeined.EncryptedSnapshot',
  ],
  'image-share.deprecated': [
    'A deprecated image cannot be shared, and a shared one not be deprecated.',
    'API page ModifyImageSharePermission, error OperationDenied.InvalidImageStatus; ModifyImageAttribute, Status',
  ],
  'image-share.visibility': [
    'An account that an image is shared with finds it by DescribeImages as one of others.',
    'API pages ModifyImageSharePermission and DescribeImages, ImageOwnerAlias others',
  ],
  'image-share.remove': [
    'RemoveAccount takes the permission away.',
    'API page ModifyImageSharePermission, RemoveAccount.N',
  ],
  'image-unshare.blocks-reinit': [
    'Once an image is no longer shared, the disks that were made from it cannot be initialised again.',
    'API page ModifyImageSharePermission; provider page image_share_permission, note 3',
  ],
  'image-unshare.blocks-new-instances': [
    'Once an image is no longer shared, the other account can neither run instances nor replace system disks with it.',
    'API page ModifyImageSharePermission',
  ],
  'image-delete.blocks-reinit': [
    'Once an image is deleted, the disks that were made from it cannot be initialised again.',
    'API pages DeleteImage and ReInitDisk; provider page image_share_permission, note 3',
  ],
  'image-delete.refused-while-shared': [
    'An image that is shared is deleted only with Force.',
    'API page DeleteImage, error ImageUseShared',
  ],
  'image-delete.refused-while-used': [
    'An image that instances were made from is deleted only with Force.',
    'API page DeleteImage, error ImageUsingByInstance',
  ],
  'image-delete.removes': ['A deleted image is gone, for every account.', 'API page DeleteImage'],
  'image-delete.refused-while-public': [
    'A community image is unpublished before it is deleted.',
    'API page DeleteImage, error ImageIsPublic',
  ],
  'image.name-unique': [
    'Two custom images of an account cannot have the same name in a region.',
    'API pages CreateImage, ModifyImageAttribute, CopyImage, error InvalidImageName.Duplicated',
  ],
  'image.quota': [
    'An account has a limit of images in a region.',
    'Limits page; API page CreateImage, QuotaExceed.Image',
  ],
  'create-image.instance-status': [
    'An image is made of an instance that is Running or Stopped.',
    'API page CreateImage, error IncorrectInstanceStatus',
  ],
  'create-image.system-snapshot': [
    'An image is made of a snapshot of a system disk.',
    'API page CreateImage, error OperationDenied',
  ],
  'copy-image.shared-same-region': [
    'An image that others share can be copied inside its region only.',
    'API page CopyImage, error OperationDenied.SameRegionOnly',
  ],
  'describe-images.owner-filter': [
    'ImageOwnerAlias chooses between public, own and shared images.',
    'API page DescribeImages, ImageOwnerAlias',
  ],
  'describe-images.name-filter': [
    'ImageName chooses by name, * standing for any text.',
    'API page DescribeImages, ImageName',
  ],
  'describe-images.status-default': [
    'Without Status, only images that are Available are listed.',
    'API page DescribeImages, Status',
  ],
  'replace-system-disk.image-visible': [
    'A system disk is replaced with an image that the account can see.',
    'API page ReplaceSystemDisk, error InvalidImageId.NotFound',
  ],
  'replace-system-disk.stopped-only': [
    'The system disk of a stopped instance only can be replaced.',
    'API page ReplaceSystemDisk, error IncorrectInstanceStatus',
  ],
  're-init.stopped-only': [
    'A disk is initialised again only while its instance is Stopped.',
    'API page ReInitDisk, error IncorrectInstanceStatus',
  ],
  're-init.in-use-only': [
    'A disk is initialised again only while it is In_use.',
    'API page ReInitDisk, error IncorrectDiskStatus',
  ],
  'reset-disk.stopped-only': [
    'A disk is rolled back only while its instance is Stopped.',
    'API page ResetDisk, error IncorrectInstanceStatus',
  ],
  'snapshot.quota': [
    'A disk has up to 256 manual snapshots.',
    'Limits page; API page CreateSnapshot, QuotaExceed.Snapshot',
  ],
  'snapshot-delete.refused-while-used': [
    'A snapshot that an image was made from cannot be deleted; one that disks were made from, only with Force.',
    'API page DeleteSnapshot, errors SnapshotCreatedImage and SnapshotCreatedDisk',
  ],
  'disk.size-range': [
    'The size of a disk lies in the range of its category.',
    'API pages CreateDisk, RunInstances; limits page',
  ],
  'disk.attach-same-zone': [
    'A disk is attached to an instance of its zone.',
    'API page AttachDisk, error ResourcesNotInSameZone',
  ],
  'disk.attach-available-only': [
    'A disk is attached only while it is Available.',
    'API page AttachDisk, errors IncorrectDiskStatus and InvalidDisk.InUse',
  ],
  'disk.attach-limit': [
    'An instance has up to 16 data disks.',
    'Limits page; API page AttachDisk, InstanceDiskLimitExceeded',
  ],
  'disk.delete-detached-only': [
    'A disk that is attached cannot be deleted.',
    'API page DeleteDisk, error DiskStillAttached',
  ],
  'disk.grows-only': ['A disk can grow, not shrink.', 'API page ResizeDisk, error InvalidDiskSize.TooSmall'],
  'image.id-form': [
    'The id of a custom image is m-, then letters and digits.',
    'API page CreateImage, sample reply; page image_share_permission, import',
  ],
  'run-instances.image-visible': [
    'An instance is made only from an image that the account may use.',
    'API page RunInstances, error InvalidImageId.NotFound',
  ],
  'tags.per-resource': [
    'A resource has up to 20 tags.',
    'Limits page; API page TagResources, QuotaExceed.Tags',
  ],
  'tags.own-resources': [
    'Only resources of the calling account and region can be tagged.',
    'API page TagResources, InvalidResourceId.NotFound',
  ],
});
