package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"time"

	"backorder"
)

type object = map[string]any

type testCase struct {
	Name, Door, Marketplace string
	Steps                   []step
}

type step struct {
	Handle, Call, Key string
	TimeoutMs         int64 `json:"timeout_ms"`
	As                struct {
		Role, Seller string
		Permissions  []string
	}
	Request object
	Expect  object
	Keep    map[string][2]string
}

var roles = map[string]backorder.Role{"host": backorder.RoleHost, "operator": backorder.RoleOperator, "seller": backorder.RoleSeller}

var permissions = map[string]backorder.Permission{
	"MANAGE_MARKETPLACE":  backorder.PermissionManageMarketplace,
	"MANAGE_INVENTORY":    backorder.PermissionManageInventory,
	"MANAGE_ORDERS":       backorder.PermissionManageOrders,
	"MANAGE_FULFILLMENTS": backorder.PermissionManageFulfillments,
}

// native makes 64-bit integers and kept texts in a request or an expectation.
func native(value any, kept object) any {
	switch value := value.(type) {
	case object:
		if digits, ok := value["int64"]; ok {
			return native(json.Number(digits.(string)), kept)
		}
		made := object{}
		for name, each := range value {
			made[name] = native(each, kept)
		}
		return made
	case []any:
		made := make([]any, len(value))
		for i, each := range value {
			made[i] = native(each, kept)
		}
		return made
	case json.Number:
		number, _ := value.Int64()
		return number
	case string:
		if known, ok := kept[value]; ok {
			return known
		}
	}
	return value
}

func (s step) call(marketplace string) backorder.Call {
	call := backorder.Call{Marketplace: marketplace, Role: roles[s.As.Role], Seller: s.As.Seller, IdempotencyKey: s.Key,
		Timeout: time.Duration(s.TimeoutMs) * time.Millisecond}
	for _, name := range s.As.Permissions {
		call.Permissions |= permissions[name]
	}
	return call
}

func (c testCase) run(handles map[string]*backorder.Backorder) error {
	kept := object{}
	for number, each := range c.Steps {
		if err := each.run(c, handles[each.Handle], kept); err != nil {
			return fmt.Errorf("step %d, %s: %w", number, each.Call, err)
		}
	}
	return nil
}

func (s step) ask(c testCase, handle *backorder.Backorder, kept object) (*backorder.Result, error) {
	request := native(s.Request, kept)
	if c.Door == "json" {
		return handle.JSON(context.Background(), s.call(c.Marketplace), s.Call, request)
	}
	return typed(handle, s.call(c.Marketplace), s.Call, request.(object))
}

func (s step) run(c testCase, handle *backorder.Backorder, kept object) error {
	expect := native(s.Expect, kept).(object)
	result, err := s.ask(c, handle, kept)
	var refused *backorder.Error
	if err != nil && !errors.As(err, &refused) {
		return err
	}
	status := backorder.StatusOK
	if refused != nil {
		result, status = refused.Result, refused.Status
	} else {
		status = result.Status
	}
	if status.String() != expect["status"] {
		return fmt.Errorf("%v, not %v: %v", status, expect["status"], err)
	}
	if err := checkError(expect, refused); err != nil {
		return err
	}
	if err := checkResult(expect, result); err != nil {
		return err
	}
	for name, from := range s.Keep {
		rows, err := rowsOf(result, from[0])
		if err != nil {
			return err
		}
		kept["$"+name] = rows[0][from[1]]
	}
	return nil
}

func checkError(expect object, refused *backorder.Error) error {
	if details, ok := expect["details"]; ok {
		if err := checkRows("details", details.([]any), refused.Details); err != nil {
			return err
		}
	}
	if retry, ok := expect["retry"]; ok && strings.ToUpper(refused.Retry.String()) != retry {
		return fmt.Errorf("retry is %v", refused.Retry)
	}
	return nil
}

// differs tells the first member that is not as wanted, or nothing.
func differs(wanted, found object) string {
	for name, value := range wanted {
		if !reflect.DeepEqual(found[name], value) {
			return fmt.Sprintf("%s is %v, not %v", name, found[name], value)
		}
	}
	return ""
}

func checkRows(what string, wanted []any, found []object) error {
	if len(found) != len(wanted) {
		return fmt.Errorf("%s has %d rows, not %d", what, len(found), len(wanted))
	}
	for number, expected := range wanted {
		if why := differs(expected.(object), found[number]); why != "" {
			return fmt.Errorf("%s[%d].%s", what, number, why)
		}
	}
	return nil
}

func rowsOf(result *backorder.Result, name string) ([]object, error) {
	table, err := backorder.TableNamed(name)
	if err != nil {
		return nil, err
	}
	return result.Rows(table)
}

func has(what string, wanted []any, found []object) error {
	for _, expected := range wanted {
		there := false
		for _, row := range found {
			there = there || differs(expected.(object), row) == ""
		}
		if !there {
			return fmt.Errorf("%s has no %v", what, expected)
		}
	}
	return nil
}

// checks of a result by the member of the expectation.
var checks = map[string]func(table string, wanted any, found []object) error{
	"rows": func(table string, wanted any, found []object) error { return checkRows(table, wanted.([]any), found) },
	"last": func(table string, wanted any, found []object) error {
		return checkRows("the end of "+table, []any{wanted}, found[len(found)-1:])
	},
	"has": func(table string, wanted any, found []object) error { return has(table, wanted.([]any), found) },
	"counts": func(table string, wanted any, found []object) error {
		if int64(len(found)) != wanted {
			return fmt.Errorf("%s has %d rows, not %v", table, len(found), wanted)
		}
		return nil
	},
}

func checkResult(expect object, result *backorder.Result) error {
	for name, check := range checks {
		tables, _ := expect[name].(object)
		for table, wanted := range tables {
			rows, err := rowsOf(result, table)
			if err == nil {
				err = check(table, wanted, rows)
			}
			if err != nil {
				return err
			}
		}
	}
	if wanted, ok := expect["replayed"]; ok {
		if replayed, err := result.Replayed(); err != nil || replayed != wanted {
			return fmt.Errorf("replayed is %v: %v", replayed, err)
		}
	}
	return nil
}
