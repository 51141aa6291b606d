package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"backorder"
)

// as reads a request into the binding's own types.
func as[Request any](request object) (into Request, err error) {
	text, err := json.Marshal(request)
	if err != nil {
		return into, err
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	return into, decoder.Decode(&into)
}

type asker func(ctx context.Context, b *backorder.Backorder, call backorder.Call, request object) (*backorder.Result, error)

// by makes an asker of a function that takes a request of its own type.
func by[Request any](ask func(context.Context, *backorder.Backorder, backorder.Call, Request) (*backorder.Result, error)) asker {
	return func(ctx context.Context, b *backorder.Backorder, call backorder.Call, request object) (*backorder.Result, error) {
		typed, err := as[Request](request)
		if err != nil {
			return nil, err
		}
		return ask(ctx, b, call, typed)
	}
}

// request has the members of those operations that take no struct of their own.
type request struct {
	Order, Consumer, Acknowledge, Cursor, Units string
	Limit, Fulfillment                          int64
	Strict                                      bool
	DryRun                                      bool `json:"dry_run"`
	BackordersEnabled                           bool `json:"backorders_enabled"`
	Products                                    []backorder.Product
	Variants                                    []backorder.Variant
	Orders                                      []backorder.Order
	Lines, Entries                              []backorder.OrderUnits
}

type items[Item any] struct {
	Items  []Item
	DryRun bool `json:"dry_run"`
}

type (
	ctx    = context.Context
	handle = *backorder.Backorder
	caller = backorder.Call
	answer = *backorder.Result
)

var askers = map[string]asker{
	"settings_get": by(func(c ctx, b handle, call caller, r request) (answer, error) { return b.SettingsGet(c, call) }),
	"settings_set": by(func(c ctx, b handle, call caller, r request) (answer, error) {
		return b.SettingsSet(c, call, r.BackordersEnabled, r.DryRun)
	}),
	"policy_set": by(func(c ctx, b handle, call caller, r items[backorder.PolicyItem]) (answer, error) {
		return b.PolicySet(c, call, r.Items, r.DryRun)
	}),
	"threshold_set": by(func(c ctx, b handle, call caller, r items[backorder.ThresholdItem]) (answer, error) {
		return b.ThresholdSet(c, call, r.Items, r.DryRun)
	}),
	"warehouse_upsert": by(func(c ctx, b handle, call caller, r items[backorder.Warehouse]) (answer, error) {
		return b.WarehouseUpsert(c, call, r.Items, r.DryRun)
	}),
	"catalog_upsert": by(func(c ctx, b handle, call caller, r request) (answer, error) {
		return b.CatalogUpsert(c, call, r.Products, r.Variants)
	}),
	"stock": by(func(c ctx, b handle, call caller, r backorder.StockQuery) (answer, error) { return b.Stock(c, call, r) }),
	"availability": by(func(c ctx, b handle, call caller, r items[backorder.AvailabilityItem]) (answer, error) {
		return b.Availability(c, call, r.Items)
	}),
	"queue": by(func(c ctx, b handle, call caller, r backorder.QueueQuery) (answer, error) { return b.Queue(c, call, r) }),
	"receive": by(func(c ctx, b handle, call caller, r items[backorder.Receipt]) (answer, error) {
		return b.Receive(c, call, r.Items)
	}),
	"count": by(func(c ctx, b handle, call caller, r items[backorder.StockCount]) (answer, error) {
		return b.Count(c, call, r.Items)
	}),
	"transfer": by(func(c ctx, b handle, call caller, r items[backorder.Transfer]) (answer, error) {
		return b.Transfer(c, call, r.Items)
	}),
	"place": by(func(c ctx, b handle, call caller, r backorder.Order) (answer, error) { return b.Place(c, call, r) }),
	"place_batch": by(func(c ctx, b handle, call caller, r request) (answer, error) {
		return b.PlaceBatch(c, call, r.Orders)
	}),
	"cancel": by(func(c ctx, b handle, call caller, r request) (answer, error) {
		return b.Cancel(c, call, r.Order, r.Lines...)
	}),
	"order":     by(func(c ctx, b handle, call caller, r request) (answer, error) { return b.Order(c, call, r.Order) }),
	"shippable": by(func(c ctx, b handle, call caller, r request) (answer, error) { return b.Shippable(c, call, r.Order) }),
	"fulfill": by(func(c ctx, b handle, call caller, r request) (answer, error) {
		return b.Fulfill(c, call, r.Order, r.Entries, r.Strict)
	}),
	"cancel_fulfillment": by(func(c ctx, b handle, call caller, r request) (answer, error) {
		return b.CancelFulfillment(c, call, r.Order, r.Fulfillment, r.Units)
	}),
	"reassign": by(func(c ctx, b handle, call caller, r backorder.Reassignment) (answer, error) {
		return b.Reassign(c, call, r)
	}),
	"events": by(func(c ctx, b handle, call caller, r request) (answer, error) {
		return b.Events(c, call, r.Consumer, r.Acknowledge, r.Limit)
	}),
	"events_acknowledge": by(func(c ctx, b handle, call caller, r request) (answer, error) {
		return b.EventsAcknowledge(c, call, r.Consumer, r.Cursor)
	}),
	"ledger": by(func(c ctx, b handle, call caller, r backorder.LedgerQuery) (answer, error) {
		return b.Ledger(c, call, r)
	}),
	"verify": by(func(c ctx, b handle, call caller, r request) (answer, error) { return b.Verify(c, call) }),
	"warehouses": by(func(c ctx, b handle, call caller, r backorder.PageQuery) (answer, error) {
		return b.Warehouses(c, call, r)
	}),
	"products": by(func(c ctx, b handle, call caller, r backorder.SellerPageQuery) (answer, error) {
		return b.Products(c, call, r)
	}),
	"variants": by(func(c ctx, b handle, call caller, r backorder.SellerPageQuery) (answer, error) {
		return b.Variants(c, call, r)
	}),
	"open_orders": by(func(c ctx, b handle, call caller, r backorder.SellerPageQuery) (answer, error) {
		return b.OpenOrders(c, call, r)
	}),
}

func typed(b handle, call caller, operation string, request object) (answer, error) {
	ask, ok := askers[operation]
	if !ok {
		return nil, fmt.Errorf("no operation %s", operation)
	}
	return ask(context.Background(), b, call, request)
}
