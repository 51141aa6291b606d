// Runs a plan through the Go binding; see ../README.md.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"backorder"
)

type plan struct {
	Handles   map[string]string
	Libraries map[string]string
	Cases     []testCase
	Code      []string
}

func report(name string, run func() error) {
	if err := run(); err != nil {
		fmt.Printf("not ok %s: %s\n", name, strings.ReplaceAll(err.Error(), "\n", " "))
	} else {
		fmt.Println("ok", name)
	}
}

func read(path string) (p plan, err error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return p, err
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	return p, decoder.Decode(&p)
}

func run(path string) error {
	p, err := read(path)
	if err != nil {
		return err
	}
	w := world{map[string]*backorder.Backorder{}, p.Handles, p.Libraries}
	for name, url := range p.Handles {
		handle, err := backorder.Open(backorder.Config{Database: url, Migrate: name == "shop"})
		if err != nil {
			return err
		}
		defer handle.Close()
		w.handles[name] = handle
	}
	for _, each := range p.Cases {
		report(each.Name, func() error { return each.run(w.handles) })
	}
	for _, name := range p.Code {
		report(name, func() error {
			if code, ok := codeCases[name]; ok {
				return code(w)
			}
			return fmt.Errorf("no such case")
		})
	}
	return nil
}

func main() {
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
