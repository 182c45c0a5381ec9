// The story of ../clients/story.ts, told with com.aliyun:ecs20140526.
import com.aliyun.ecs20140526.Client;
import com.aliyun.ecs20140526.models.*;
import com.aliyun.tea.TeaException;
import com.aliyun.teaopenapi.models.Config;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

public class Story {
  static final String REGION = "cn-hangzhou";
  static final String TAG_KEY = "Kø y";
  static final String TAG_VALUE = "ü 'x' (a)*~+&=/%";

  public static void main(String[] arguments) throws Exception {
    Map<String, Object> told;
    int code = 0;
    try {
      told = tell();
    } catch (TeaException error) {
      told = Map.of("error", described(error));
      code = 1;
    }
    byte[] line = new GsonBuilder().disableHtmlEscaping().create().toJson(told).getBytes("UTF-8");
    System.out.write(line);
    System.out.flush();
    System.exit(code);
  }

  static Map<String, Object> described(TeaException error) {
    return Map.of("code", error.getCode(), "status", error.getStatusCode());
  }

  static Map<String, Object> tell() throws Exception {
    Client client = new Client(new Config()
        .setAccessKeyId(System.getenv("ALIBABA_CLOUD_ACCESS_KEY_ID"))
        .setAccessKeySecret(System.getenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET"))
        .setEndpoint(System.getenv("ENDPOINT"))
        .setProtocol("http")
        .setRegionId(REGION));
    boolean hasRegion = client.describeRegions(new DescribeRegionsRequest()).getBody().getRegions().getRegion()
        .stream().anyMatch(region -> region.getRegionId().equals(REGION));

    List<String> ids = client.runInstances(new RunInstancesRequest()
        .setRegionId(REGION)
        .setImageId(System.getenv("IMAGE_ID"))
        .setInstanceType("ecs.g6.large")
        .setVSwitchId(System.getenv("VSWITCH_ID"))
        .setSecurityGroupId(System.getenv("SECURITY_GROUP_ID"))
        .setInstanceName("web")
        .setAmount(12)
        .setTag(List.of(new RunInstancesRequest.RunInstancesRequestTag().setKey(TAG_KEY).setValue(TAG_VALUE))))
        .getBody().getInstanceIdSets().getInstanceIdSet();

    List<Integer> pages = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    TreeSet<String> status = new TreeSet<>();
    Map<String, String> tag = Map.of();
    String token = null;
    do {
      DescribeInstancesResponseBody page = client.describeInstances(new DescribeInstancesRequest()
          .setRegionId(REGION)
          .setTag(List.of(
              new DescribeInstancesRequest.DescribeInstancesRequestTag().setKey(TAG_KEY).setValue(TAG_VALUE)))
          .setMaxResults(10)
          .setNextToken(token)).getBody();
      pages.add(page.getInstances().getInstance().size());
      for (var instance : page.getInstances().getInstance()) {
        seen.add(instance.getInstanceId());
        status.add(instance.getStatus());
        var first = instance.getTags().getTag().get(0);
        tag = Map.of("key", first.getTagKey(), "value", first.getTagValue());
      }
      token = page.getNextToken();
    } while (token != null && !token.isEmpty());

    String imageId = client.createImage(new CreateImageRequest()
        .setRegionId(REGION).setInstanceId(ids.get(0)).setImageName("golden")).getBody().getImageId();
    client.modifyImageSharePermission(new ModifyImageSharePermissionRequest()
        .setRegionId(REGION).setImageId(imageId).setAddAccount(List.of(System.getenv("SHARE_WITH"))));
    List<String> sharedWith = new ArrayList<>();
    client.describeImageSharePermission(
        new DescribeImageSharePermissionRequest().setRegionId(REGION).setImageId(imageId))
        .getBody().getAccounts().getAccount().forEach(account -> sharedWith.add(account.getAliyunId()));
    var image = client.describeImages(new DescribeImagesRequest().setRegionId(REGION).setImageId(imageId))
        .getBody().getImages().getImage().get(0);
    Object refused = "a shared image was deleted without force";
    try {
      client.deleteImage(new DeleteImageRequest().setRegionId(REGION).setImageId(imageId));
    } catch (TeaException error) {
      refused = described(error);
    }

    client.deleteInstances(new DeleteInstancesRequest().setRegionId(REGION).setInstanceId(ids).setForce(true));
    int left = client.describeInstances(new DescribeInstancesRequest().setRegionId(REGION)).getBody().getTotalCount();

    Map<String, Object> told = new LinkedHashMap<>();
    told.put("hasRegion", hasRegion);
    told.put("started", new TreeSet<>(ids).equals(new TreeSet<>(seen)));
    told.put("pages", pages);
    told.put("status", status);
    told.put("tag", tag);
    told.put("image", Map.of("name", image.getImageName(), "status", image.getStatus(), "gib", image.getSize()));
    told.put("sharedWith", sharedWith);
    told.put("refused", refused);
    told.put("left", left);
    return told;
  }
}
