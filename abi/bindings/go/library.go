package backorder

// #cgo LDFLAGS: -ldl
// #include <stdlib.h>
// #include "abi.h"
import "C"

import (
	"fmt"
	"os"
	"sync"
	"unsafe"
)

const defaultLibrary = "libbackorder.so.1"

// library is a loaded one whose version fits.
type library struct {
	functions C.bo_functions
}

var (
	loading sync.Mutex
	loaded  = map[string]*library{}
)

// load finds the library at path, of the environment's BACKORDER_LIBRARY, or as the system finds it.
func load(path string) (*library, error) {
	if path == "" {
		path = os.Getenv("BACKORDER_LIBRARY")
	}
	if path == "" {
		path = defaultLibrary
	}
	loading.Lock()
	defer loading.Unlock()
	if l := loaded[path]; l != nil {
		return l, nil
	}
	l, err := read(path)
	if err == nil {
		loaded[path] = l
	}
	return l, err
}

func read(path string) (*library, error) {
	name := C.CString(path)
	defer C.free(unsafe.Pointer(name))
	shared := C.dlopen(name, C.RTLD_NOW|C.RTLD_LOCAL)
	if shared == nil {
		return nil, unfit(path, "", "cannot be loaded: %s", C.GoString(C.dlerror()))
	}
	l := &library{}
	if missing := C.find_version(shared, &l.functions); missing != nil {
		return nil, unfit(path, "", "is not libbackorder: it has no %s", C.GoString(missing))
	}
	var api *C.bo_api
	if C.call_get_api(&l.functions, major, minor, &api) != C.bo_status(StatusOK) {
		found := C.GoString(C.call_version(&l.functions))
		return nil, unfit(path, found, "is version %s, this package needs %d.%d or a later one of %[2]d.x", found, major, minor)
	}
	if missing := C.find_all(shared, &l.functions); missing != nil {
		return nil, unfit(path, "", "is not whole: it has no %s", C.GoString(missing))
	}
	return l, nil
}

func unfit(path, found, why string, values ...any) *Error {
	about := map[string]any{"library": path, "needed": fmt.Sprintf("%d.%d", major, minor), "found": found}
	return refusal(StatusABIVersion, about, "%s: %s", path, fmt.Sprintf(why, values...))
}
