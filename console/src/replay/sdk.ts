/**
 * Code for the official SDKs' general call: it sends the parameters as they were, for every action and product.
 */
import { quoted } from './call.ts';
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
    accessKeySecret: 'secret',
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
        access_key_secret="secret",
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

/** For Go: `go get github.com/alibabacloud-go/darabonba-openapi/v2`. */
export const toGo = (call: ReplayCall): string => `package main

import (
	"fmt"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/client"
	util "github.com/alibabacloud-go/tea-utils/v2/service"
	"github.com/alibabacloud-go/tea/tea"
)

func main() {
	client, err := openapi.NewClient(&openapi.Config{
		AccessKeyId:     tea.String(${quoted(call.accessKeyId)}),
		AccessKeySecret: tea.String("secret"),
		Endpoint:        tea.String(${quoted(call.endpoint)}),
		Protocol:        tea.String("http"),
	})
	if err != nil {
		panic(err)
	}
	reply, err := client.CallApi(&openapi.Params{
		Action:      tea.String(${quoted(call.action)}),
		Version:     tea.String(${quoted(call.version)}),
		Style:       tea.String("RPC"),
		Method:      tea.String("POST"),
		Protocol:    tea.String("HTTP"),
		Pathname:    tea.String("/"),
		AuthType:    tea.String("AK"),
		ReqBodyType: tea.String("formData"),
		BodyType:    tea.String("json"),
	}, &openapi.OpenApiRequest{
		Query: map[string]*string{
${indent(
  call.parameters.map(([name, value]) => `${quoted(name)}: tea.String(${quoted(value)}),`),
  '\t\t\t',
)}
		},
	}, &util.RuntimeOptions{})
	if err != nil {
		panic(err)
	}
	fmt.Println(reply["body"])
}
`;
