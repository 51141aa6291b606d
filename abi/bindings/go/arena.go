package backorder

// #include <stdlib.h>
// #include "abi.h"
import "C"

import "unsafe"

// arena is C's memory for the time of a call: what structs point to may not be Go's.
type arena struct {
	blocks []unsafe.Pointer
}

func (a *arena) free() {
	for _, block := range a.blocks {
		C.free(block)
	}
}

// memory for count zeroed things of that size.
func (a *arena) memory(count int, size C.size_t) unsafe.Pointer {
	if count == 0 {
		count = 1
	}
	block := C.calloc(C.size_t(count), size)
	a.blocks = append(a.blocks, block)
	return block
}

func (a *arena) text(text string) (*C.char, C.size_t) {
	if text == "" {
		return nil, 0
	}
	bytes := a.memory(len(text), 1)
	copy(unsafe.Slice((*byte)(bytes), len(text)), text)
	return (*C.char)(bytes), C.size_t(len(text))
}

func (a *arena) texts(texts []string) (**C.char, *C.size_t, C.size_t) {
	pointers := (**C.char)(a.memory(len(texts), C.size_t(unsafe.Sizeof((*C.char)(nil)))))
	lengths := (*C.size_t)(a.memory(len(texts), C.sizeof_size_t))
	for i, text := range texts {
		unsafe.Slice(pointers, len(texts))[i], unsafe.Slice(lengths, len(texts))[i] = a.text(text)
	}
	return pointers, lengths, C.size_t(len(texts))
}
