"""What Apache Libcloud's driver for Alibaba Cloud offers, called once each (signature V1, XML)."""

import json
import os
import sys

from libcloud.common.exceptions import BaseHTTPError
from libcloud.compute.providers import get_driver
from libcloud.compute.types import NodeState, Provider

REGION = "cn-hangzhou"


def tell(driver) -> dict:
    sizes = driver.list_sizes()
    size = next(size for size in sizes if size.id == "ecs.g6.large")
    locations = driver.list_locations()
    images = driver.list_images()
    image = next(image for image in images if image.id == os.environ["IMAGE_ID"])
    zones = driver.ex_list_zones()

    node = driver.create_node(
        name="web",
        size=size,
        image=image,
        ex_security_group_id=os.environ["SECURITY_GROUP_ID"],
        ex_vswitch_id=os.environ["VSWITCH_ID"],
        ex_description="made by Libcloud",
    )
    running = driver.list_nodes(ex_node_ids=[node.id])[0]
    rebooted = driver.reboot_node(running)

    [volume] = driver.list_volumes(ex_filters={"InstanceId": node.id})
    snapshot = driver.create_volume_snapshot(volume, name="system")
    [listed] = driver.list_volume_snapshots(volume)
    made = driver.create_image(node, "golden", description="of web", ex_snapshot_id=snapshot.id)
    own = driver.list_images(ex_filters={"ImageOwnerAlias": "self"})
    image_deleted = driver.delete_image(made)
    own_after = driver.list_images(ex_filters={"ImageOwnerAlias": "self"})

    extra = driver.create_volume(20, "data", ex_zone_id=running.extra["zone_id"])
    attached = driver.attach_volume(running, extra)
    detached = driver.detach_volume(extra, ex_instance_id=node.id)
    destroyed_volume = driver.destroy_volume(extra)

    group = driver.ex_create_security_group(description="another")
    groups = [one.id for one in driver.ex_list_security_groups()]
    group_deleted = driver.ex_delete_security_group_by_id(group)

    destroyed = driver.destroy_node(running)
    return {
        "manySizes": len(sizes) > 500,
        "size": {"ram": size.ram, **size.extra},
        "locations": REGION in [location.id for location in locations],
        "manyImages": len(images) > 10,
        "image": {"os": image.extra["os_type"], "owner": image.extra["image_owner_alias"]},
        "zone": "cn-hangzhou-h" in [zone.id for zone in zones],
        "node": {
            "name": running.name,
            "running": running.state == NodeState.RUNNING,
            "description": running.extra["description"],
            "vswitch": running.extra["vpc_attributes"]["vswitch_id"] == os.environ["VSWITCH_ID"],
        },
        "rebooted": rebooted,
        "volume": volume.extra["instance_id"] == node.id,
        "snapshot": listed.id == snapshot.id and listed.extra["snapshot_name"] == "system",
        "made": {"name": made.name, "listed": [one.name for one in own], "deleted": image_deleted},
        "ownImagesLeft": len(own_after),
        "data": [attached, detached, destroyed_volume],
        "group": [group in groups, group_deleted],
        "destroyed": destroyed,
        "nodesLeft": len(driver.list_nodes()),
    }


host, port = os.environ["ENDPOINT"].split(":")
try:
    driver = get_driver(Provider.ALIYUN_ECS)(
        os.environ["ALIBABA_CLOUD_ACCESS_KEY_ID"],
        os.environ["ALIBABA_CLOUD_ACCESS_KEY_SECRET"],
        region=REGION,
        secure=False,
        host=host,
        port=int(port),
    )
    print(json.dumps(tell(driver)))
except BaseHTTPError as error:
    print(json.dumps({"error": {"status": error.code, "message": str(error.message)}}))
    sys.exit(1)
