package backorder

// #include "abi.h"
import "C"

import (
	"fmt"
	"runtime"
	"strings"
	"unsafe"
)

// Table of a result; one of the constants Table....
type Table uint32

// Columns of a result by what they hold; constants Column....
type (
	IntegerColumn uint32
	FlagColumn    uint32
	TextColumn    uint32
	JSONColumn    uint32
)

type columnKind int

const (
	integerKind columnKind = iota
	flagKind
	textKind
	jsonKind
)

// String is the name that the JSON interface gives it.
func (t Table) String() string {
	if t == 0 || int(t) > len(tables) {
		return fmt.Sprintf("table %d", uint32(t))
	}
	return tables[t-1].name
}

type column struct {
	name   string
	number uint32
	kind   columnKind
}

type table struct {
	name    string
	number  Table
	columns []column
}

// Result is one answer: tables of columns, read a column at a time. What is read is copied: it stays good after Close. One goroutine
// reads it at a time.
type Result struct {
	// Status is StatusOK, or StatusSomeRefused where some items of a batch were: their outcomes are in its table.
	Status Status

	lib     *library
	pointer *C.bo_result
}

func newResult(l *library, status Status, pointer *C.bo_result) *Result {
	r := &Result{Status: status, lib: l, pointer: pointer}
	runtime.SetFinalizer(r, (*Result).Close)
	return r
}

// Close frees the library's memory now.
func (r *Result) Close() {
	if r != nil && r.pointer != nil {
		C.call_result_free(&r.lib.functions, r.pointer)
		r.pointer = nil
	}
}

func (r *Result) open() error {
	if r == nil || r.pointer == nil {
		return refusal(StatusClosed, nil, "the result is closed")
	}
	return nil
}

// Replayed tells whether this is the first answer given again to a repeated call.
func (r *Result) Replayed() (bool, error) {
	if err := r.open(); err != nil {
		return false, err
	}
	defer runtime.KeepAlive(r)
	return C.call_result_replayed(&r.lib.functions, r.pointer) == 1, nil
}

// Count is the rows of a table, 0 if the answer has none such.
func (r *Result) Count(t Table) (int, error) {
	if err := r.open(); err != nil {
		return 0, err
	}
	defer runtime.KeepAlive(r)
	return int(C.call_result_rows(&r.lib.functions, r.pointer, C.uint32_t(t))), nil
}

// Tables that have rows here.
func (r *Result) Tables() ([]Table, error) {
	var held []Table
	for _, each := range tables {
		rows, err := r.Count(each.number)
		if err != nil {
			return nil, err
		}
		if rows > 0 {
			held = append(held, each.number)
		}
	}
	return held, nil
}

// String tells the status, and how many rows each table has.
func (r *Result) String() string {
	held, err := r.Tables()
	if err != nil {
		return "closed"
	}
	told := make([]string, len(held))
	for i, each := range held {
		rows, _ := r.Count(each)
		told[i] = fmt.Sprintf("%v %d", each, rows)
	}
	return fmt.Sprintf("%v: %s", r.Status, strings.Join(told, ", "))
}

// Integers of a column, one a row.
func (r *Result) Integers(c IntegerColumn) ([]int64, error) {
	rows, err := r.Count(Table(c >> 8))
	if rows == 0 {
		return nil, err
	}
	defer runtime.KeepAlive(r)
	values := C.call_result_int64(&r.lib.functions, r.pointer, C.uint32_t(c))
	if values == nil {
		return nil, refusal(StatusArgument, nil, "no integer column %#04x", uint32(c))
	}
	return append([]int64(nil), unsafe.Slice((*int64)(values), rows)...), nil
}

// Flags of a column, one a row.
func (r *Result) Flags(c FlagColumn) ([]bool, error) {
	values, err := r.Integers(IntegerColumn(c))
	flags := make([]bool, len(values))
	for i, value := range values {
		flags[i] = value != 0
	}
	return flags, err
}

// Texts of a column, one a row.
func (r *Result) Texts(c TextColumn) ([]string, error) {
	rows, err := r.Count(Table(c >> 8))
	if rows == 0 {
		return nil, err
	}
	defer runtime.KeepAlive(r)
	var offsets *C.uint64_t
	start := C.call_result_text(&r.lib.functions, r.pointer, C.uint32_t(c), &offsets)
	if start == nil {
		return nil, refusal(StatusArgument, nil, "no text column %#04x", uint32(c))
	}
	bounds := unsafe.Slice((*uint64)(offsets), rows+1)
	whole := string(unsafe.Slice((*byte)(unsafe.Pointer(start)), bounds[rows]))
	texts := make([]string, rows)
	for i := range texts {
		texts[i] = whole[bounds[i]:bounds[i+1]]
	}
	return texts, nil
}

// JSON of a column, decoded, one a row, nil where it is empty. Integers are int64.
func (r *Result) JSON(c JSONColumn) ([]any, error) {
	texts, err := r.Texts(TextColumn(c))
	values := make([]any, len(texts))
	for i, text := range texts {
		if text != "" && err == nil {
			err = decode(text, &values[i])
			values[i] = exact(values[i])
		}
	}
	return values, err
}

// TableNamed finds a table by the name that the JSON interface gives it.
func TableNamed(name string) (Table, error) {
	for _, each := range tables {
		if each.name == name {
			return each.number, nil
		}
	}
	return 0, refusal(StatusArgument, map[string]any{"table": name}, "no table %s", name)
}

// Rows of a table, a map each: int64, bool, string, or what JSON holds.
func (r *Result) Rows(t Table) ([]map[string]any, error) {
	count, err := r.Count(t)
	if err != nil {
		return nil, err
	}
	if t == 0 || int(t) > len(tables) {
		return nil, refusal(StatusArgument, nil, "no table %d", uint32(t))
	}
	rows := make([]map[string]any, count)
	for i := range rows {
		rows[i] = map[string]any{}
	}
	for _, each := range tables[t-1].columns {
		if err := r.intoRows(each, rows); err != nil {
			return nil, err
		}
	}
	return rows, nil
}

func (r *Result) intoRows(c column, rows []map[string]any) error {
	switch c.kind {
	case integerKind:
		values, err := r.Integers(IntegerColumn(c.number))
		return each(c.name, rows, values, err)
	case flagKind:
		values, err := r.Flags(FlagColumn(c.number))
		return each(c.name, rows, values, err)
	case textKind:
		values, err := r.Texts(TextColumn(c.number))
		return each(c.name, rows, values, err)
	}
	values, err := r.JSON(JSONColumn(c.number))
	return each(c.name, rows, values, err)
}

func each[Value any](name string, rows []map[string]any, values []Value, err error) error {
	for i, value := range values {
		rows[i][name] = value
	}
	return err
}

// Whole is the answer as the JSON interface gives it.
func (r *Result) Whole() (string, error) {
	if err := r.open(); err != nil {
		return "", err
	}
	defer runtime.KeepAlive(r)
	return C.GoString(C.call_result_json(&r.lib.functions, r.pointer, nil)), nil
}

// answer is a result, or what went wrong. A batch of which some items were done is a result.
func answer(l *library, status Status, result *C.bo_result, failure *C.bo_error) (*Result, error) {
	var given *Result
	if result != nil {
		given = newResult(l, status, result)
	}
	if given == nil || status != StatusOK && status != StatusSomeRefused {
		return nil, takeError(l, status, failure, given)
	}
	C.call_error_free(&l.functions, failure)
	return given, nil
}
