// Prints what the provider's own schema says of the types that are named: what `terraform providers schema`
// leaves out (ForceNew, defaults, conflicts, and the values that the provider's checks let through) as well.
package main

import (
	"encoding/json"
	"os"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/aliyun/terraform-provider-alicloud/alicloud"
	"github.com/hashicorp/terraform-plugin-sdk/helper/schema"
)

type facts map[string]any

var typeNames = map[schema.ValueType]string{
	schema.TypeString: "string", schema.TypeInt: "number", schema.TypeFloat: "number",
	schema.TypeBool: "bool", schema.TypeList: "list", schema.TypeSet: "list", schema.TypeMap: "map",
}

// limits asks the check itself, with a value that none lets through: its error says what it expects.
func limits(one *schema.Schema, into facts) {
	if one.ValidateFunc == nil {
		return
	}
	defer func() { _ = recover() }()
	var impossible any = "\x00 no such value \x00"
	if one.Type == schema.TypeInt {
		impossible = -987654321
	} else if one.Type != schema.TypeString {
		return
	}
	_, errors := one.ValidateFunc(impossible, "it")
	for _, err := range errors {
		text := err.Error()
		if at := strings.Index(text, "expected it to be one of"); at >= 0 {
			list := text[at+len("expected it to be one of"):]
			if end := strings.LastIndex(list, ", got"); end >= 0 {
				list = list[:end]
			}
			into["allowed"] = listed(list, one)
		}
		if found := regexp.MustCompile(`expected it to be in the range \((-?\d+) - (-?\d+)\)`).FindStringSubmatch(text); found != nil {
			into["range"] = []any{number(found[1]), number(found[2])}
		}
		if found := regexp.MustCompile(`expected length of it to be in the range \((\d+) - (\d+)\)`).FindStringSubmatch(text); found != nil {
			into["range"] = []any{number(found[1]), number(found[2])}
		}
	}
	// A length is only told of a text that has another one.
	if one.Type == schema.TypeString && into["range"] == nil && into["allowed"] == nil {
		for _, text := range []string{"", strings.Repeat("a", 5000)} {
			_, errors := one.ValidateFunc(text, "it")
			for _, err := range errors {
				if found := regexp.MustCompile(`expected length of it to be in the range \((\d+) - (\d+)\)`).FindStringSubmatch(err.Error()); found != nil {
					into["range"] = []any{number(found[1]), number(found[2])}
				}
			}
		}
	}
}

// listed takes "[No Upfront All Upfront]" apart: the longest run of words that the check lets through is a value.
func listed(text string, one *schema.Schema) []any {
	inner := strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(text), "["), "]")
	values := []any{}
	if one.Type == schema.TypeInt {
		for _, word := range strings.Fields(inner) {
			values = append(values, number(word))
		}
		return values
	}
	passes := func(value string) bool {
		_, errors := one.ValidateFunc(value, "it")
		return len(errors) == 0
	}
	if passes("") {
		values = append(values, "")
	}
	words := strings.Fields(inner)
	for at := 0; at < len(words); at++ {
		for end := len(words); end > at; end-- {
			value := strings.Trim(strings.Join(words[at:end], " "), `"`)
			if passes(value) {
				values = append(values, value)
				at = end - 1
				break
			}
		}
	}
	return values
}

func number(text string) int {
	value, _ := strconv.Atoi(text)
	return value
}

func entry(one *schema.Schema) facts {
	found := facts{"type": typeNames[one.Type]}
	flag := func(name string, is bool) {
		if is {
			found[name] = true
		}
	}
	flag("required", one.Required)
	flag("optional", one.Optional)
	flag("computed", one.Computed)
	flag("forceNew", one.ForceNew)
	flag("deprecated", one.Deprecated != "")
	if one.Default != nil {
		found["default"] = one.Default
	}
	for name, list := range map[string][]string{
		"conflicting": one.ConflictsWith, "exactlyOneOf": one.ExactlyOneOf, "atLeastOneOf": one.AtLeastOneOf,
	} {
		if len(list) > 0 {
			found[name] = list
		}
	}
	limits(one, found)
	switch elem := one.Elem.(type) {
	case *schema.Resource:
		if one.Type != schema.TypeMap {
			found["type"] = "blocks"
			found["members"] = entries(elem.Schema)
		}
	case *schema.Schema:
		if name := typeNames[elem.Type]; name != "string" && one.Type != schema.TypeMap {
			found["items"] = name
		}
	}
	return found
}

func entries(all map[string]*schema.Schema) facts {
	found := facts{}
	for name, one := range all {
		found[name] = entry(one)
	}
	return found
}

// timeouts in minutes, by operation.
func timeouts(one *schema.ResourceTimeout) facts {
	found := facts{}
	if one == nil {
		return found
	}
	for operation, limit := range map[string]*time.Duration{
		"create": one.Create, "read": one.Read, "update": one.Update, "delete": one.Delete,
	} {
		if limit != nil {
			found[operation] = limit.Minutes()
		}
	}
	return found
}

func main() {
	provider := alicloud.Provider().(*schema.Provider)
	result := map[string]facts{"resource": {}, "data": {}, "timeouts": {}}
	for _, name := range os.Args[1:] {
		kind, kindName, _ := strings.Cut(name, ":")
		types := map[string]map[string]*schema.Resource{"resource": provider.ResourcesMap, "data": provider.DataSourcesMap}[kind]
		if one, ok := types[kindName]; ok {
			result[kind][kindName] = entries(one.Schema)
			if kind == "resource" {
				result["timeouts"][kindName] = timeouts(one.Timeouts)
			}
		}
	}
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(result); err != nil {
		os.Exit(1)
	}
}
