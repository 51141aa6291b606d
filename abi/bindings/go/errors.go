package backorder

// #include "abi.h"
import "C"

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Error is a call that was refused or failed. errors.Is finds its Status, its Kind, and the context's error that ended it.
type Error struct {
	Status   Status
	Message  string
	Retry    Retry
	SQLState string
	// Details has a map for each thing it is about: line, warehouse, asked, available, gate, field, ... Integers are int64.
	Details []map[string]any
	// Result has the outcome of every item of a batch, else it is nil.
	Result *Result

	cause error
}

// Kind of an error: the hundreds of its status.
type Kind int32

const (
	// Caller: the caller's mistake, a library that is missing or of another version included.
	Caller Kind = 1
	// Refused: the domain says no.
	Refused Kind = 2
	// Environment: database, time or memory.
	Environment Kind = 3
	// InDoubt: whether it was done is not known. Repeat it with the same key.
	InDoubt Kind = 4
	// Internal: a fault of the library.
	Internal Kind = 5
)

func (kind Kind) Error() string {
	return fmt.Sprintf("backorder: an error of kind %d", int32(kind))
}

func (value Status) Error() string {
	return value.String()
}

func (e *Error) Error() string {
	return fmt.Sprintf("%v: %s", e.Status, e.Message)
}

// Is tells whether target is the error's Status or Kind.
func (e *Error) Is(target error) bool {
	return target == e.Status || target == e.Kind()
}

// Unwrap is the context's error, if that ended the call.
func (e *Error) Unwrap() error {
	return e.cause
}

// Kind is the hundreds of the status.
func (e *Error) Kind() Kind {
	return Kind(e.Status / 100)
}

// refusal is an error of this package, in the library's words.
func refusal(status Status, about map[string]any, message string, values ...any) *Error {
	e := &Error{Status: status, Message: fmt.Sprintf(message, values...)}
	if about != nil {
		e.Details = []map[string]any{about}
	}
	return e
}

// takeError reads an error of the library and frees it.
func takeError(l *library, status Status, pointer *C.bo_error, result *Result) *Error {
	e := &Error{Status: status, Result: result}
	if pointer == nil {
		e.Message = C.GoString(C.call_status_name(&l.functions, C.bo_status(status)))
		return e
	}
	defer C.call_error_free(&l.functions, pointer)
	e.Retry = Retry(C.call_error_retry(&l.functions, pointer))
	e.Message = C.GoString(C.call_error_message(&l.functions, pointer))
	e.SQLState = C.GoString(C.call_error_sqlstate(&l.functions, pointer))
	var said struct{ Details []map[string]any }
	if decode(C.GoString(C.call_error_json(&l.functions, pointer)), &said) == nil {
		for _, detail := range said.Details {
			e.Details = append(e.Details, exact(detail).(map[string]any))
		}
	}
	return e
}

func decode(text string, into any) error {
	decoder := json.NewDecoder(bytes.NewReader([]byte(text)))
	decoder.UseNumber()
	return decoder.Decode(into)
}

// exact makes int64 of the numbers of decoded JSON; the library writes no others.
func exact(value any) any {
	switch value := value.(type) {
	case json.Number:
		number, _ := value.Int64()
		return number
	case map[string]any:
		for name, each := range value {
			value[name] = exact(each)
		}
	case []any:
		for i, each := range value {
			value[i] = exact(each)
		}
	}
	return value
}
