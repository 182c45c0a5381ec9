/**
 * Code for the official SDKs' general call: it sends the parameters as they were, for every action and product.
 */
import { isTemporary, quoted } from './call.ts';
import type { ReplayCall } from './call.ts';

const indent = (lines: readonly string[], by: string): string => lines.map((line) => by + line).join('\n');

const entries = ({ parameters }: ReplayCall): string[] =>
  parameters.map(([name, value]) => `${quoted(name)}: ${quoted(value)},`);

/** For Node: `npm install @alicloud/openapi-core`. */
export const toTypeScript = (call: ReplayCall): string => `import core from '@alicloud/openapi-core';

const { Config, OpenApiRequest, Params } = core.$OpenApiUtil;

const client = new core.default(
  new Config({
    accessKeyId: ${quoted(call.accessKeyId)},
    accessKeySecret: 'secret',${isTemporary(call) ? "\n    securityToken: 'token'," : ''}
    endpoint: ${quoted(call.endpoint)},
    protocol: 'http',
  }),
);

const reply = await client.callApi(
  new Params({
    action: ${quoted(call.action)},
    version: ${quoted(call.version)},
    style: 'RPC',
    method: 'POST',
    protocol: 'HTTP',
    pathname: '/',
    authType: 'AK',
    reqBodyType: 'formData',
    bodyType: 'json',
  }),
  new OpenApiRequest({
    query: {
${indent(entries(call), '      ')}
    },
  }),
  {},
);
console.log(reply.body);
`;

/** For Python: `pip install alibabacloud-tea-openapi`. */
export const toPython = (call: ReplayCall): string => `from alibabacloud_tea_openapi.client import Client
from alibabacloud_tea_openapi.models import Config, OpenApiRequest, Params
from alibabacloud_tea_util.models import RuntimeOptions

client = Client(
    Config(
        access_key_id=${quoted(call.accessKeyId)},
        access_key_secret="secret",${isTemporary(call) ? '\n        security_token="token",' : ''}
        endpoint=${quoted(call.endpoint)},
        protocol="http",
    )
)
reply = client.call_api(
    Params(
        action=${quoted(call.action)},
        version=${quoted(call.version)},
        style="RPC",
        method="POST",
        protocol="HTTP",
        pathname="/",
        auth_type="AK",
        req_body_type="formData",
        body_type="json",
    ),
    OpenApiRequest(
        query={
${indent(entries(call), '            ')}
        }
    ),
    RuntimeOptions(),
)
print(reply["body"])
`;

/** For Go: `go get github.com/alibabacloud-go/darabonba-openapi/v2@v2.1.14`; before 2.1 it had other types. */
export const toGo = (call: ReplayCall): string => `package main

import (
	"fmt"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/client"
	"github.com/alibabacloud-go/tea/dara"
)

func main() {
	client, err := openapi.NewClient(&openapi.Config{
		AccessKeyId:     dara.String(${quoted(call.accessKeyId)}),
		AccessKeySecret: dara.String("secret"),${isTemporary(call) ? '\n\t\tSecurityToken:   dara.String("token"),' : ''}
		Endpoint:        dara.String(${quoted(call.endpoint)}),
		Protocol:        dara.String("http"),
	})
	if err != nil {
		panic(err)
	}
	reply, err := client.CallApi(&openapi.Params{
		Action:      dara.String(${quoted(call.action)}),
		Version:     dara.String(${quoted(call.version)}),
		Style:       dara.String("RPC"),
		Method:      dara.String("POST"),
		Protocol:    dara.String("HTTP"),
		Pathname:    dara.String("/"),
		AuthType:    dara.String("AK"),
		ReqBodyType: dara.String("formData"),
		BodyType:    dara.String("json"),
	}, &openapi.OpenApiRequest{
		Query: map[string]*string{
${indent(
  call.parameters.map(([name, value]) => `${quoted(name)}: dara.String(${quoted(value)}),`),
  '\t\t\t',
)}
		},
	}, &dara.RuntimeOptions{})
	if err != nil {
		panic(err)
	}
	fmt.Println(reply["body"])
}
`;
