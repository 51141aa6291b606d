// Measures the Go binding; see tests/README.md: measure DATABASE MARKETPLACE SECONDS VARIANT...
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"sort"
	"strconv"
	"time"

	"backorder"
)

var ctx = context.Background()

func must[Value any](value Value, err error) Value {
	if err != nil {
		log.Fatal(err)
	}
	return value
}

func median(seconds float64, ask func()) float64 {
	var spent []time.Duration
	now := time.Now()
	end := now.Add(time.Duration(seconds * float64(time.Second)))
	for now.Before(end) {
		ask()
		before := now
		now = time.Now()
		spent = append(spent, now.Sub(before))
	}
	sort.Slice(spent, func(i, j int) bool { return spent[i] < spent[j] })
	return float64(spent[len(spent)/2].Nanoseconds()) / 1000
}

func main() {
	seconds := must(strconv.ParseFloat(os.Args[3], 64))
	shop := must(backorder.Open(backorder.Config{Database: os.Args[1]}))
	defer shop.Close()
	host := backorder.Host(os.Args[2])
	var items []backorder.AvailabilityItem
	for _, variant := range os.Args[4:] {
		items = append(items, backorder.AvailabilityItem{Variant: variant, Quantity: 1})
	}
	typed := func(some []backorder.AvailabilityItem) {
		answer := must(shop.Availability(ctx, host, some))
		must(answer.Integers(backorder.ColumnAvailabilityNow))
		answer.Close()
	}
	json := func() {
		answer := must(shop.JSON(ctx, host, "availability", map[string]any{"items": items[:1]}))
		must(answer.Whole())
		answer.Close()
	}
	for _, ask := range []func(){func() { typed(items[:1]) }, func() { typed(items) }, json} {
		median(seconds/4, ask) // does not count
		fmt.Println(median(seconds, ask))
	}
}
