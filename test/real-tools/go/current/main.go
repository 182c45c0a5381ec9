// The story of ../../clients/story.ts, told with alibabacloud-go/ecs-20140526.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"

	openapi "github.com/alibabacloud-go/darabonba-openapi/client"
	ecs "github.com/alibabacloud-go/ecs-20140526/v4/client"
	"github.com/alibabacloud-go/tea/tea"
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
	var refused *tea.SDKError
	if !errors.As(err, &refused) {
		return err.Error()
	}
	// This SDK tells the HTTP status in its message only.
	var status int
	if _, err := fmt.Sscanf(tea.StringValue(refused.Message), "code: %d,", &status); err != nil {
		return tea.StringValue(refused.Message)
	}
	return object{"code": tea.StringValue(refused.Code), "status": status}
}

func tell() (object, error) {
	client, err := ecs.NewClient(&openapi.Config{
		AccessKeyId:     tea.String(os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_ID")),
		AccessKeySecret: tea.String(os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET")),
		Endpoint:        tea.String(os.Getenv("ENDPOINT")),
		Protocol:        tea.String("http"),
		RegionId:        tea.String(region),
	})
	if err != nil {
		return nil, err
	}
	regions, err := client.DescribeRegions(&ecs.DescribeRegionsRequest{})
	if err != nil {
		return nil, err
	}
	hasRegion := slices.ContainsFunc(
		regions.Body.Regions.Region,
		func(one *ecs.DescribeRegionsResponseBodyRegionsRegion) bool { return *one.RegionId == region },
	)

	started, err := client.RunInstances(&ecs.RunInstancesRequest{
		RegionId:        tea.String(region),
		ImageId:         tea.String(os.Getenv("IMAGE_ID")),
		InstanceType:    tea.String("ecs.g6.large"),
		VSwitchId:       tea.String(os.Getenv("VSWITCH_ID")),
		SecurityGroupId: tea.String(os.Getenv("SECURITY_GROUP_ID")),
		InstanceName:    tea.String("web"),
		Amount:          tea.Int32(12),
		Tag:             []*ecs.RunInstancesRequestTag{{Key: tea.String(tagKey), Value: tea.String(tagValue)}},
	})
	if err != nil {
		return nil, err
	}
	ids := started.Body.InstanceIdSets.InstanceIdSet

	var pages []int
	var seen []*string
	status := map[string]bool{}
	tag := object{}
	var token *string
	for {
		page, err := client.DescribeInstances(&ecs.DescribeInstancesRequest{
			RegionId:   tea.String(region),
			Tag:        []*ecs.DescribeInstancesRequestTag{{Key: tea.String(tagKey), Value: tea.String(tagValue)}},
			MaxResults: tea.Int32(10),
			NextToken:  token,
		})
		if err != nil {
			return nil, err
		}
		pages = append(pages, len(page.Body.Instances.Instance))
		for _, instance := range page.Body.Instances.Instance {
			seen = append(seen, instance.InstanceId)
			status[*instance.Status] = true
			tag = object{"key": instance.Tags.Tag[0].TagKey, "value": instance.Tags.Tag[0].TagValue}
		}
		if token = page.Body.NextToken; tea.StringValue(token) == "" {
			break
		}
	}

	made, err := client.CreateImage(&ecs.CreateImageRequest{
		RegionId: tea.String(region), InstanceId: ids[0], ImageName: tea.String("golden"),
	})
	if err != nil {
		return nil, err
	}
	imageId := made.Body.ImageId
	if _, err := client.ModifyImageSharePermission(&ecs.ModifyImageSharePermissionRequest{
		RegionId: tea.String(region), ImageId: imageId, AddAccount: tea.StringSlice([]string{os.Getenv("SHARE_WITH")}),
	}); err != nil {
		return nil, err
	}
	shares, err := client.DescribeImageSharePermission(&ecs.DescribeImageSharePermissionRequest{
		RegionId: tea.String(region), ImageId: imageId,
	})
	if err != nil {
		return nil, err
	}
	sharedWith := []string{}
	for _, account := range shares.Body.Accounts.Account {
		sharedWith = append(sharedWith, *account.AliyunId)
	}
	images, err := client.DescribeImages(&ecs.DescribeImagesRequest{RegionId: tea.String(region), ImageId: imageId})
	if err != nil {
		return nil, err
	}
	image := images.Body.Images.Image[0]
	_, refused := client.DeleteImage(&ecs.DeleteImageRequest{RegionId: tea.String(region), ImageId: imageId})
	if refused == nil {
		return nil, errors.New("a shared image was deleted without force")
	}

	if _, err := client.DeleteInstances(&ecs.DeleteInstancesRequest{
		RegionId: tea.String(region), InstanceId: ids, Force: tea.Bool(true),
	}); err != nil {
		return nil, err
	}
	left, err := client.DescribeInstances(&ecs.DescribeInstancesRequest{RegionId: tea.String(region)})
	if err != nil {
		return nil, err
	}
	return object{
		"hasRegion":  hasRegion,
		"started":    same(tea.StringSliceValue(ids), tea.StringSliceValue(seen)),
		"pages":      pages,
		"status":     keys(status),
		"tag":        tag,
		"image":      object{"name": image.ImageName, "status": image.Status, "gib": image.Size},
		"sharedWith": sharedWith,
		"refused":    described(refused),
		"left":       left.Body.TotalCount,
	}, nil
}

func same(a, b []string) bool {
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

func keys(set map[string]bool) []string {
	found := []string{}
	for key := range set {
		found = append(found, key)
	}
	slices.Sort(found)
	return found
}
