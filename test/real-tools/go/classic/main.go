// The story of ../../clients/story.ts, told with aliyun/alibaba-cloud-sdk-go, which Terraform and Packer use.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/endpoints"
	sdkerrors "github.com/aliyun/alibaba-cloud-sdk-go/sdk/errors"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/requests"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/ecs"
)

const (
	region   = "cn-hangzhou"
	tagKey   = "Kø y"
	tagValue = "ü 'x' (a)*~+&=/%"
)

type object map[string]any

func main() {
	told, err := tell()
	code := 0
	if err != nil {
		told, code = object{"error": described(err)}, 1
	}
	line, err := json.Marshal(told)
	if err != nil {
		panic(err)
	}
	fmt.Println(string(line))
	os.Exit(code)
}

func described(err error) any {
	var refused *sdkerrors.ServerError
	if !errors.As(err, &refused) {
		return err.Error()
	}
	said := object{"code": refused.ErrorCode(), "status": refused.HttpStatus()}
	// It compares the server's string to sign with its own, and says so if only the secret is wrong.
	if strings.HasPrefix(refused.Recommend(), "InvalidAccessKeySecret") {
		said["reason"] = "InvalidAccessKeySecret"
	}
	return said
}

func tell() (object, error) {
	if err := endpoints.AddEndpointMapping(region, "Ecs", os.Getenv("ENDPOINT")); err != nil {
		return nil, err
	}
	client, err := ecs.NewClientWithAccessKey(
		region, os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_ID"), os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET"),
	)
	if err != nil {
		return nil, err
	}
	regions, err := client.DescribeRegions(ecs.CreateDescribeRegionsRequest())
	if err != nil {
		return nil, err
	}
	hasRegion := slices.ContainsFunc(
		regions.Regions.Region, func(one ecs.Region) bool { return one.RegionId == region },
	)

	run := ecs.CreateRunInstancesRequest()
	run.ImageId = os.Getenv("IMAGE_ID")
	run.InstanceType = "ecs.g6.large"
	run.VSwitchId = os.Getenv("VSWITCH_ID")
	run.SecurityGroupId = os.Getenv("SECURITY_GROUP_ID")
	run.InstanceName = "web"
	run.Amount = requests.NewInteger(12)
	run.Tag = &[]ecs.RunInstancesTag{{Key: tagKey, Value: tagValue}}
	started, err := client.RunInstances(run)
	if err != nil {
		return nil, err
	}
	ids := started.InstanceIdSets.InstanceIdSet

	var pages []int
	var seen, status []string
	tag := object{}
	list := ecs.CreateDescribeInstancesRequest()
	list.Tag = &[]ecs.DescribeInstancesTag{{Key: tagKey, Value: tagValue}}
	list.MaxResults = requests.NewInteger(10)
	for {
		page, err := client.DescribeInstances(list)
		if err != nil {
			return nil, err
		}
		pages = append(pages, len(page.Instances.Instance))
		for _, instance := range page.Instances.Instance {
			seen = append(seen, instance.InstanceId)
			if !slices.Contains(status, instance.Status) {
				status = append(status, instance.Status)
			}
			tag = object{"key": instance.Tags.Tag[0].TagKey, "value": instance.Tags.Tag[0].TagValue}
		}
		if list.NextToken = page.NextToken; page.NextToken == "" {
			break
		}
	}

	create := ecs.CreateCreateImageRequest()
	create.InstanceId = ids[0]
	create.ImageName = "golden"
	made, err := client.CreateImage(create)
	if err != nil {
		return nil, err
	}
	share := ecs.CreateModifyImageSharePermissionRequest()
	share.ImageId = made.ImageId
	share.AddAccount = &[]string{os.Getenv("SHARE_WITH")}
	if _, err := client.ModifyImageSharePermission(share); err != nil {
		return nil, err
	}
	describeShares := ecs.CreateDescribeImageSharePermissionRequest()
	describeShares.ImageId = made.ImageId
	shares, err := client.DescribeImageSharePermission(describeShares)
	if err != nil {
		return nil, err
	}
	sharedWith := []string{}
	for _, account := range shares.Accounts.Account {
		sharedWith = append(sharedWith, account.AliyunId)
	}
	describeImages := ecs.CreateDescribeImagesRequest()
	describeImages.ImageId = made.ImageId
	images, err := client.DescribeImages(describeImages)
	if err != nil {
		return nil, err
	}
	image := images.Images.Image[0]
	deleteImage := ecs.CreateDeleteImageRequest()
	deleteImage.ImageId = made.ImageId
	_, refused := client.DeleteImage(deleteImage)
	if refused == nil {
		return nil, errors.New("a shared image was deleted without force")
	}

	deleteInstances := ecs.CreateDeleteInstancesRequest()
	deleteInstances.InstanceId = &ids
	deleteInstances.Force = requests.NewBoolean(true)
	if _, err := client.DeleteInstances(deleteInstances); err != nil {
		return nil, err
	}
	left, err := client.DescribeInstances(ecs.CreateDescribeInstancesRequest())
	if err != nil {
		return nil, err
	}
	slices.Sort(ids)
	slices.Sort(seen)
	return object{
		"hasRegion":  hasRegion,
		"started":    slices.Equal(ids, seen),
		"pages":      pages,
		"status":     status,
		"tag":        tag,
		"image":      object{"name": image.ImageName, "status": image.Status, "gib": image.Size},
		"sharedWith": sharedWith,
		"refused":    described(refused),
		"left":       left.TotalCount,
	}, nil
}
