"""The story of ../story.ts, told with alibabacloud-ecs20140526 (signature V3)."""

import json
import os
import sys

from alibabacloud_ecs20140526 import models
from alibabacloud_ecs20140526.client import Client
from alibabacloud_tea_openapi.models import Config
from Tea.exceptions import TeaException

REGION = "cn-hangzhou"
TAG = {"key": "Kø y", "value": "ü 'x' (a)*~+&=/%"}


def tell(client: Client) -> dict:
    regions = client.describe_regions(models.DescribeRegionsRequest()).body.regions.region
    run = client.run_instances(
        models.RunInstancesRequest(
            region_id=REGION,
            image_id=os.environ["IMAGE_ID"],
            instance_type="ecs.g6.large",
            v_switch_id=os.environ["VSWITCH_ID"],
            security_group_id=os.environ["SECURITY_GROUP_ID"],
            instance_name="web",
            amount=12,
            tag=[models.RunInstancesRequestTag(**TAG)],
        )
    )
    ids = run.body.instance_id_sets.instance_id_set
    pages = []
    instances = []
    token = None
    while token != "":
        body = client.describe_instances(
            models.DescribeInstancesRequest(
                region_id=REGION,
                tag=[models.DescribeInstancesRequestTag(**TAG)],
                max_results=10,
                next_token=token,
            )
        ).body
        pages.append(len(body.instances.instance))
        instances += body.instances.instance
        token = body.next_token or ""

    image_id = client.create_image(
        models.CreateImageRequest(region_id=REGION, instance_id=ids[0], image_name="golden")
    ).body.image_id
    client.modify_image_share_permission(
        models.ModifyImageSharePermissionRequest(
            region_id=REGION, image_id=image_id, add_account=[os.environ["SHARE_WITH"]]
        )
    )
    shares = client.describe_image_share_permission(
        models.DescribeImageSharePermissionRequest(region_id=REGION, image_id=image_id)
    ).body
    image = client.describe_images(
        models.DescribeImagesRequest(region_id=REGION, image_id=image_id)
    ).body.images.image[0]
    try:
        client.delete_image(models.DeleteImageRequest(region_id=REGION, image_id=image_id))
        refused = None
    except TeaException as error:
        refused = {"code": error.code, "status": error.statusCode}
    client.delete_instances(
        models.DeleteInstancesRequest(region_id=REGION, instance_id=ids, force=True)
    )
    left = client.describe_instances(models.DescribeInstancesRequest(region_id=REGION)).body
    return {
        "hasRegion": REGION in [region.region_id for region in regions],
        "started": sorted(ids) == sorted(instance.instance_id for instance in instances),
        "pages": pages,
        "status": sorted({instance.status for instance in instances}),
        "tag": {
            "key": instances[0].tags.tag[0].tag_key,
            "value": instances[0].tags.tag[0].tag_value,
        },
        "image": {"name": image.image_name, "status": image.status, "gib": image.size},
        "sharedWith": [account.aliyun_id for account in shares.accounts.account],
        "refused": refused,
        "left": left.total_count,
    }


try:
    config = Config(
        access_key_id=os.environ["ALIBABA_CLOUD_ACCESS_KEY_ID"],
        access_key_secret=os.environ["ALIBABA_CLOUD_ACCESS_KEY_SECRET"],
        endpoint=os.environ["ENDPOINT"],
        protocol="http",
        region_id=REGION,
    )
    print(json.dumps(tell(Client(config))))
except TeaException as error:
    print(json.dumps({"error": {"code": error.code, "status": error.statusCode}}))
    sys.exit(1)
