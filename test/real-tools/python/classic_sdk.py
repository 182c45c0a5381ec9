"""The story of ../story.ts, told with aliyun-python-sdk-ecs (signature V1): classic_sdk.py JSON|XML."""

import json
import os
import sys
import xml.etree.ElementTree as ElementTree

from aliyunsdkcore.acs_exception.exceptions import ServerException
from aliyunsdkcore.client import AcsClient
from aliyunsdkecs.request.v20140526.CreateImageRequest import CreateImageRequest
from aliyunsdkecs.request.v20140526.DeleteImageRequest import DeleteImageRequest
from aliyunsdkecs.request.v20140526.DeleteInstancesRequest import DeleteInstancesRequest
from aliyunsdkecs.request.v20140526.DescribeImageSharePermissionRequest import (
    DescribeImageSharePermissionRequest,
)
from aliyunsdkecs.request.v20140526.DescribeImagesRequest import DescribeImagesRequest
from aliyunsdkecs.request.v20140526.DescribeInstancesRequest import DescribeInstancesRequest
from aliyunsdkecs.request.v20140526.DescribeRegionsRequest import DescribeRegionsRequest
from aliyunsdkecs.request.v20140526.ModifyImageSharePermissionRequest import (
    ModifyImageSharePermissionRequest,
)
from aliyunsdkecs.request.v20140526.RunInstancesRequest import RunInstancesRequest

FORMAT = sys.argv[1]
REGION = "cn-hangzhou"
TAG = {"Key": "Kø y", "Value": "ü 'x' (a)*~+&=/%"}


class Reply:
    """What came back, read alike from both formats."""

    def __init__(self, body: bytes):
        self.tree = json.loads(body) if FORMAT == "JSON" else ElementTree.fromstring(body)

    def texts(self, path: str) -> list:
        """Every text at a path of names; JSON's lists and XML's repeated elements are the same."""
        if FORMAT == "XML":
            return [element.text or "" for element in self.tree.findall(path)]
        found = [self.tree]
        for name in path.split("/"):
            inner = [value.get(name) for value in found]
            found = [one for value in inner for one in (value if isinstance(value, list) else [value])]
        return ["" if value is None else str(value) for value in found]

    def text(self, path: str) -> str:
        return (self.texts(path) or [""])[0]


client = AcsClient(
    os.environ["ALIBABA_CLOUD_ACCESS_KEY_ID"], os.environ["ALIBABA_CLOUD_ACCESS_KEY_SECRET"], REGION
)


def call(request, **values) -> Reply:
    request.set_endpoint(os.environ["ENDPOINT"])
    request.set_accept_format(FORMAT)
    for name, value in values.items():
        getattr(request, f"set_{name}")(value)
    if FORMAT == "JSON":
        return Reply(client.do_action_with_exception(request))
    # do_action_with_exception asks for JSON, whatever format was chosen.
    status, _, body = client.get_response(request)
    reply = Reply(body)
    if status >= 400:
        raise ServerException(reply.text("Code"), reply.text("Message"), http_status=status)
    return reply


def tell() -> dict:
    regions = call(DescribeRegionsRequest()).texts("Regions/Region/RegionId")
    ids = call(
        RunInstancesRequest(),
        ImageId=os.environ["IMAGE_ID"],
        InstanceType="ecs.g6.large",
        VSwitchId=os.environ["VSWITCH_ID"],
        SecurityGroupId=os.environ["SECURITY_GROUP_ID"],
        InstanceName="web",
        Amount=12,
        Tags=[TAG],
    ).texts("InstanceIdSets/InstanceIdSet")
    pages = []
    token = None
    while token != "":
        more = {} if token is None else {"NextToken": token}
        pages.append(call(DescribeInstancesRequest(), Tags=[TAG], MaxResults=10, **more))
        token = pages[-1].text("NextToken")
    seen = [page.texts("Instances/Instance/InstanceId") for page in pages]
    tag = "Instances/Instance/Tags/Tag/"

    image_id = call(CreateImageRequest(), InstanceId=ids[0], ImageName="golden").text("ImageId")
    call(ModifyImageSharePermissionRequest(), ImageId=image_id, AddAccounts=[os.environ["SHARE_WITH"]])
    shares = call(DescribeImageSharePermissionRequest(), ImageId=image_id)
    image = call(DescribeImagesRequest(), ImageId=image_id)
    try:
        call(DeleteImageRequest(), ImageId=image_id)
        refused = None
    except ServerException as error:
        refused = {"code": error.get_error_code(), "status": error.get_http_status()}
    call(DeleteInstancesRequest(), InstanceIds=ids, Force=True)
    return {
        "hasRegion": REGION in regions,
        "started": sorted(ids) == sorted(instance for page in seen for instance in page),
        "pages": [len(page) for page in seen],
        "status": sorted({status for page in pages for status in page.texts("Instances/Instance/Status")}),
        "tag": {"key": pages[0].text(tag + "TagKey"), "value": pages[0].text(tag + "TagValue")},
        "image": {
            "name": image.text("Images/Image/ImageName"),
            "status": image.text("Images/Image/Status"),
            "gib": int(image.text("Images/Image/Size")),
        },
        "sharedWith": shares.texts("Accounts/Account/AliyunId"),
        "refused": refused,
        "left": int(call(DescribeInstancesRequest()).text("TotalCount")),
    }


try:
    print(json.dumps(tell()))
except ServerException as error:
    print(json.dumps({"error": {"code": error.get_error_code(), "status": error.get_http_status()}}))
    sys.exit(1)
