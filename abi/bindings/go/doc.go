// Package backorder asks libbackorder: warehouse-level backorders on your own PostgreSQL.
//
//	shop, err := backorder.Open(backorder.Config{Database: "postgresql:///shop", Migrate: true})
//	if err != nil {
//		return err
//	}
//	defer shop.Close()
//	placed, err := shop.Place(ctx, backorder.Host("main"), backorder.Order{
//		Order: "1001", Lines: []backorder.OrderLine{{Line: "1", Variant: "mug-blue", Quantity: 2}}})
//	if errors.Is(err, backorder.StatusShortage) {
//		...
//	}
//	defer placed.Close()
//	waiting, err := placed.Integers(backorder.ColumnLinesWaiting)
//
// A context's deadline is the call's timeout, and its end takes the call back if it is not under way yet. Goroutines share a handle. A
// call that is refused or fails answers an *Error; a batch of which only some items were done answers a Result of StatusSomeRefused.
package backorder
