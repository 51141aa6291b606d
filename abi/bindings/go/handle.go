package backorder

// #include "abi.h"
import "C"

import (
	"context"
	"encoding/json"
	"runtime"
	"time"
)

// Config is what a handle is opened with; 0 and empty are the library's defaults, as bo_open lists them.
type Config struct {
	Database       string        `json:"database"`
	Schema         string        `json:"schema,omitempty"`
	Migrate        bool          `json:"migrate,omitempty"`
	PoolSize       int           `json:"pool_size,omitempty"`
	Lanes          int           `json:"lanes,omitempty"`
	LaneLines      int           `json:"lane_lines,omitempty"`
	QueueSize      int           `json:"queue_size,omitempty"`
	DefaultTimeout time.Duration `json:"-"`
	Prepare        *bool         `json:"prepare,omitempty"`
	PollInterval   time.Duration `json:"-"`
	IdleTimeout    time.Duration `json:"-"`
	Connect        bool          `json:"connect,omitempty"`
	// Library is the path of libbackorder.so.1, else the environment's BACKORDER_LIBRARY, else where the system finds it.
	Library string `json:"-"`
}

func (c Config) text() (string, error) {
	type plain Config
	text, err := json.Marshal(struct {
		plain
		DefaultTimeout C.int64_t `json:"default_timeout_ms,omitempty"`
		PollInterval   C.int64_t `json:"poll_interval_ms,omitempty"`
		IdleTimeout    C.int64_t `json:"idle_timeout_ms,omitempty"`
	}{plain(c), milliseconds(c.DefaultTimeout), milliseconds(c.PollInterval), milliseconds(c.IdleTimeout)})
	return string(text), err
}

// Backorder is an open handle: one pool of connections to one database, for any number of goroutines.
type Backorder struct {
	lib     *library
	pointer *C.bo_backorder
}

// Open opens a handle. Close it when it is done; one that nobody holds any more is closed by the garbage collector.
func Open(config Config) (*Backorder, error) {
	l, err := load(config.Library)
	if err != nil {
		return nil, err
	}
	text, err := config.text()
	if err != nil {
		return nil, refusal(StatusJSON, nil, "%v", err)
	}
	var a arena
	defer a.free()
	b := &Backorder{lib: l}
	bytes, length := a.text(text)
	var failure *C.bo_error
	if status := Status(C.call_open(&l.functions, bytes, length, &b.pointer, &failure)); status != StatusOK {
		return nil, takeError(l, status, failure, nil)
	}
	// Closing may wait for calls, and finalizers may not.
	runtime.SetFinalizer(b, func(b *Backorder) { go b.Close() })
	return b, nil
}

// Close ends calls in flight and the handle. Later calls answer StatusClosed, as a second Close does.
func (b *Backorder) Close() error {
	if err := b.opened(); err != nil {
		return err
	}
	runtime.SetFinalizer(b, nil)
	if status := Status(C.call_close(&b.lib.functions, b.pointer)); status != StatusOK {
		return takeError(b.lib, status, nil, nil)
	}
	return nil
}

func (b *Backorder) opened() error {
	if b == nil || b.lib == nil {
		return refusal(StatusClosed, nil, "the handle was never opened")
	}
	return nil
}

// Migrate installs or updates the tables. Answers table schema.
func (b *Backorder) Migrate(timeout time.Duration) (*Result, error) {
	return b.asked(func(f *C.bo_functions, result **C.bo_result, failure **C.bo_error) C.bo_status {
		return C.call_migrate(f, b.pointer, milliseconds(timeout), result, failure)
	})
}

// Logs is what the library would have logged since the last time. Answers table log.
func (b *Backorder) Logs() (*Result, error) {
	return b.asked(func(f *C.bo_functions, result **C.bo_result, failure **C.bo_error) C.bo_status {
		return C.call_logs(f, b.pointer, result, failure)
	})
}

// PollFD is a descriptor that becomes readable when there are events or logs to pull. The library's own: only poll it.
func (b *Backorder) PollFD(what Poll) (int, error) {
	if err := b.opened(); err != nil {
		return -1, err
	}
	var fd C.int32_t
	var failure *C.bo_error
	if status := Status(C.call_poll_fd(&b.lib.functions, b.pointer, C.uint32_t(what), &fd, &failure)); status != StatusOK {
		return -1, takeError(b.lib, status, failure, nil)
	}
	return int(fd), nil
}

func (b *Backorder) asked(ask func(*C.bo_functions, **C.bo_result, **C.bo_error) C.bo_status) (*Result, error) {
	if err := b.opened(); err != nil {
		return nil, err
	}
	defer runtime.KeepAlive(b)
	var result *C.bo_result
	var failure *C.bo_error
	status := Status(ask(&b.lib.functions, &result, &failure))
	return answer(b.lib, status, result, failure)
}

// question is a call under way: what it is asked with and where its answer goes.
type question struct {
	f       *C.bo_functions
	handle  *C.bo_backorder
	call    *C.bo_call
	result  **C.bo_result
	failure **C.bo_error
}

// run makes a call that ends with its context.
func (b *Backorder) run(ctx context.Context, call Call, ask func(question, *arena) C.bo_status) (*Result, error) {
	if ctx.Err() != nil {
		return nil, &Error{Status: StatusCancelled, Message: "the context has ended", Retry: RetrySafe, cause: ctx.Err()}
	}
	var a arena
	defer a.free()
	packed := call.pack(&a)
	if deadline, ok := ctx.Deadline(); ok && (call.Timeout == 0 || time.Until(deadline) < call.Timeout) {
		packed.timeout_ms = max(1, milliseconds(time.Until(deadline)))
	}
	result, err := b.asked(func(f *C.bo_functions, result **C.bo_result, failure **C.bo_error) C.bo_status {
		defer watch(ctx, f, packed)()
		return ask(question{f, b.pointer, packed, result, failure}, &a)
	})
	if failed, ok := err.(*Error); ok && (failed.Status == StatusCancelled || failed.Status == StatusTimeout) {
		failed.cause = ctx.Err()
	}
	return result, err
}

func max(a, b C.int64_t) C.int64_t {
	if a > b {
		return a
	}
	return b
}

// watch cancels the call when its context ends; what it returns ends the watch.
func watch(ctx context.Context, f *C.bo_functions, call *C.bo_call) func() {
	if ctx.Done() == nil {
		return func() {}
	}
	call.token = C.call_token_new(f)
	answered, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		select {
		case <-ctx.Done():
			C.call_token_cancel(f, call.token)
		case <-answered:
		}
	}()
	return func() {
		close(answered)
		<-ended
		C.call_token_free(f, call.token)
	}
}
