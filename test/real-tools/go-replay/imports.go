// What replayed calls import: https://github.com/alibabacloud-go/darabonba-openapi, on which the Go SDKs of today rest.
package main

import (
	_ "github.com/alibabacloud-go/darabonba-openapi/v2/client"
	_ "github.com/alibabacloud-go/tea/dara"
)

func main() {}
