package backorder

// #include "abi.h"
import "C"

import (
	"context"
	"encoding/json"
	"strings"
)

// JSON asks any operation by its name; the request's members as README.md, "Operations", lists them.
func (b *Backorder) JSON(ctx context.Context, call Call, operation string, request any) (*Result, error) {
	text, err := json.Marshal(request)
	if err != nil {
		return nil, refusal(StatusJSON, nil, "%v", err)
	}
	// What is not UTF-8 was replaced by an escape that Marshal writes for nothing else.
	if strings.Contains(strings.ReplaceAll(string(text), `\\`, ""), `\ufffd`) {
		return nil, refusal(StatusText, nil, "a text of the request is not UTF-8")
	}
	return b.run(ctx, call, func(q question, a *arena) C.bo_status {
		name, nameLength := a.text(operation)
		bytes, length := a.text(string(text))
		return C.call_call_json(q.f, q.handle, q.call, name, nameLength, bytes, length, q.result, q.failure)
	})
}

func dry(run bool) C.uint32_t {
	if run {
		return flagDryRun
	}
	return 0
}

// SettingsGet answers table settings.
func (b *Backorder) SettingsGet(ctx context.Context, call Call) (*Result, error) {
	return b.run(ctx, call, func(q question, a *arena) C.bo_status {
		return C.call_settings_get(q.f, q.handle, q.call, q.result, q.failure)
	})
}

// SettingsSet turns backorders on or off; table settings tells how many units stand over the limit.
func (b *Backorder) SettingsSet(ctx context.Context, call Call, backordersEnabled, dryRun bool) (*Result, error) {
	return b.run(ctx, call, func(q question, a *arena) C.bo_status {
		settings := (*C.bo_settings)(a.memory(1, C.sizeof_bo_settings))
		settings.struct_size, settings.flags = C.sizeof_bo_settings, dry(dryRun)
		if backordersEnabled {
			settings.backorders_enabled = 1
		}
		return C.call_settings_set(q.f, q.handle, q.call, settings, q.result, q.failure)
	})
}

// PolicySet answers table policies.
func (b *Backorder) PolicySet(ctx context.Context, call Call, items []PolicyItem, dryRun bool) (*Result, error) {
	return b.run(ctx, call, func(q question, a *arena) C.bo_status {
		first, count := fillAllPolicyItem(a, items)
		return C.call_policy_set(q.f, q.handle, q.call, first, count, dry(dryRun), q.result, q.failure)
	})
}

// ThresholdSet answers table thresholds.
func (b *Backorder) ThresholdSet(ctx context.Context, call Call, items []ThresholdItem, dryRun bool) (*Result, error) {
	return b.run(ctx, call, func(q question, a *arena) C.bo_status {
		first, count := fillAllThresholdItem(a, items)
		return C.call_threshold_set(q.f, q.handle, q.call, first, count, dry(dryRun), q.result, q.failure)
	})
}

// Warehouse is registered by WarehouseUpsert.
type Warehouse struct {
	Warehouse string `json:"warehouse"`
	Owner     string `json:"owner,omitempty"`
	Priority  int64  `json:"priority,omitempty"`
	Active    *bool  `json:"active,omitempty"`
}

// WarehouseUpsert answers table warehouses.
func (b *Backorder) WarehouseUpsert(ctx context.Context, call Call, items []Warehouse, dryRun bool) (*Result, error) {
	return b.JSON(ctx, call, "warehouse_upsert", struct {
		Items  []Warehouse `json:"items"`
		DryRun bool        `json:"dry_run,omitempty"`
	}{items, dryRun})
}

// Product of a seller, registered by CatalogUpsert.
type Product struct {
	Product string `json:"product"`
	Seller  string `json:"seller"`
}

// Variant of a product, registered by CatalogUpsert.
type Variant struct {
	Variant string `json:"variant"`
	Product string `json:"product"`
}

// CatalogUpsert answers tables products, variants.
func (b *Backorder) CatalogUpsert(ctx context.Context, call Call, products []Product, variants []Variant) (*Result, error) {
	return b.JSON(ctx, call, "catalog_upsert", struct {
		Products []Product `json:"products,omitempty"`
		Variants []Variant `json:"variants,omitempty"`
	}{products, variants})
}

// Stock answers tables stock, variant_totals, product_totals.
func (b *Backorder) Stock(ctx context.Context, call Call, query StockQuery) (*Result, error) {
	return b.run(ctx, call, func(q question, a *arena) C.bo_status {
		packed, _ := fillAllStockQuery(a, []StockQuery{query})
		return C.call_stock(q.f, q.handle, q.call, packed, q.result, q.failure)
	})
}

// Availability answers table availability.
func (b *Backorder) Availability(ctx context.Context, call Call, items []AvailabilityItem) (*Result, error) {
	return b.run(ctx, call, func(q question, a *arena) C.bo_status {
		first, count := fillAllAvailabilityItem(a, items)
		return C.call_availability(q.f, q.handle, q.call, first, count, q.result, q.failure)
	})
}

// QueueQuery narrows what Queue answers.
type QueueQuery struct {
	Variant   string `json:"variant,omitempty"`
	Warehouse string `json:"warehouse,omitempty"`
	Seller    string `json:"seller,omitempty"`
	Order     string `json:"order,omitempty"`
	Limit     int64  `json:"limit,omitempty"`
	Skip      int64  `json:"skip,omitempty"`
	After     string `json:"after,omitempty"` // the cursor of the page before
}

// Queue tells who waits, in their places. Answers tables queue, cursor.
func (b *Backorder) Queue(ctx context.Context, call Call, query QueueQuery) (*Result, error) {
	return b.JSON(ctx, call, "queue", query)
}

// Receive takes goods in; the queue is served. Answers tables moves, covered.
func (b *Backorder) Receive(ctx context.Context, call Call, items []Receipt) (*Result, error) {
	return b.run(ctx, call, func(q question, a *arena) C.bo_status {
		first, count := fillAllReceipt(a, items)
		return C.call_receive(q.f, q.handle, q.call, first, count, q.result, q.failure)
	})
}

// StockCount is what lies on the shelf.
type StockCount struct {
	Variant   string `json:"variant"`
	Warehouse string `json:"warehouse"`
	OnHand    int64  `json:"on_hand"`
}

// Count answers tables moves, covered, fallen_back.
func (b *Backorder) Count(ctx context.Context, call Call, items []StockCount) (*Result, error) {
	return b.JSON(ctx, call, "count", map[string]any{"items": items})
}

// Transfer moves units between warehouses.
type Transfer struct {
	Variant  string `json:"variant"`
	From     string `json:"from"`
	To       string `json:"to"`
	Quantity int64  `json:"quantity"`
}

// Transfer answers tables moves, covered.
func (b *Backorder) Transfer(ctx context.Context, call Call, items []Transfer) (*Result, error) {
	return b.JSON(ctx, call, "transfer", map[string]any{"items": items})
}

// Place places all of the order or nothing; its id is its key. Answers tables order, lines, parts.
func (b *Backorder) Place(ctx context.Context, call Call, order Order) (*Result, error) {
	return b.run(ctx, call, func(q question, a *arena) C.bo_status {
		packed, _ := fillAllOrder(a, []Order{order})
		return C.call_place(q.f, q.handle, q.call, packed, q.result, q.failure)
	})
}

// PlaceBatch places or refuses each order for itself. Answers tables placed, placed_parts.
func (b *Backorder) PlaceBatch(ctx context.Context, call Call, orders []Order) (*Result, error) {
	return b.run(ctx, call, func(q question, a *arena) C.bo_status {
		first, count := fillAllOrder(a, orders)
		return C.call_place_batch(q.f, q.handle, q.call, first, count, q.result, q.failure)
	})
}

// Cancel takes back lines of an order; none: all that is still open. Answers tables order, lines, parts, covered.
func (b *Backorder) Cancel(ctx context.Context, call Call, order string, lines ...OrderUnits) (*Result, error) {
	return b.run(ctx, call, func(q question, a *arena) C.bo_status {
		id, length := a.text(order)
		first, count := fillAllOrderUnits(a, lines)
		return C.call_cancel(q.f, q.handle, q.call, id, length, first, count, q.result, q.failure)
	})
}

// Order answers tables order, lines, parts, fulfillments.
func (b *Backorder) Order(ctx context.Context, call Call, order string) (*Result, error) {
	return b.JSON(ctx, call, "order", map[string]any{"order": order})
}

// Shippable tells what could ship now, where, and why the rest cannot. Answers tables order, shippable.
func (b *Backorder) Shippable(ctx context.Context, call Call, order string) (*Result, error) {
	return b.run(ctx, call, func(q question, a *arena) C.bo_status {
		id, length := a.text(order)
		return C.call_shippable(q.f, q.handle, q.call, id, length, q.result, q.failure)
	})
}

// Fulfill ships; strict refuses what still waits there. Answers tables fulfillments, order, lines, parts.
func (b *Backorder) Fulfill(ctx context.Context, call Call, order string, entries []OrderUnits, strict bool) (*Result, error) {
	flags := C.uint32_t(0)
	if strict {
		flags = flagStrict
	}
	return b.run(ctx, call, func(q question, a *arena) C.bo_status {
		id, length := a.text(order)
		first, count := fillAllOrderUnits(a, entries)
		return C.call_fulfill(q.f, q.handle, q.call, id, length, first, count, flags, q.result, q.failure)
	})
}

// CancelFulfillment undoes a fulfilment; units go to_line, to_stock or are written_off. Answers tables fulfillments, order, lines, parts.
func (b *Backorder) CancelFulfillment(ctx context.Context, call Call, order string, fulfillment int64, units string) (*Result, error) {
	return b.JSON(ctx, call, "cancel_fulfillment", map[string]any{"order": order, "fulfillment": fulfillment, "units": units})
}

// Reassignment lets waiting units wait, or be taken, elsewhere.
type Reassignment struct {
	Order    string `json:"order"`
	Line     string `json:"line"`
	From     string `json:"from"`
	To       string `json:"to"`
	Quantity int64  `json:"quantity"`
}

// Reassign answers tables order, lines, parts.
func (b *Backorder) Reassign(ctx context.Context, call Call, reassignment Reassignment) (*Result, error) {
	return b.JSON(ctx, call, "reassign", reassignment)
}

// Events answers the next ones, tables events and cursor, and held where they are held back. acknowledge is the
// cursor of the page before, or empty.
func (b *Backorder) Events(ctx context.Context, call Call, consumer, acknowledge string, limit int64) (*Result, error) {
	return b.run(ctx, call, func(q question, a *arena) C.bo_status {
		name, nameLength := a.text(consumer)
		cursor, cursorLength := a.text(acknowledge)
		return C.call_events(q.f, q.handle, q.call, name, nameLength, cursor, cursorLength, C.int64_t(limit), q.result, q.failure)
	})
}

// EventsAcknowledge answers table cursor.
func (b *Backorder) EventsAcknowledge(ctx context.Context, call Call, consumer, cursor string) (*Result, error) {
	return b.run(ctx, call, func(q question, a *arena) C.bo_status {
		name, nameLength := a.text(consumer)
		to, toLength := a.text(cursor)
		return C.call_events_acknowledge(q.f, q.handle, q.call, name, nameLength, to, toLength, q.result, q.failure)
	})
}

// LedgerQuery narrows what Ledger answers.
type LedgerQuery struct {
	Variant   string `json:"variant,omitempty"`
	Warehouse string `json:"warehouse,omitempty"`
	Order     string `json:"order,omitempty"`
	After     int64  `json:"after,omitempty"`
	Limit     int64  `json:"limit,omitempty"`
}

// Ledger answers table ledger.
func (b *Backorder) Ledger(ctx context.Context, call Call, query LedgerQuery) (*Result, error) {
	return b.JSON(ctx, call, "ledger", query)
}

// Verify proves the counters from the ledger. Answers tables verify, differences.
func (b *Backorder) Verify(ctx context.Context, call Call) (*Result, error) {
	return b.JSON(ctx, call, "verify", struct{}{})
}

// PageQuery is a page of a list.
type PageQuery struct {
	After string `json:"after,omitempty"` // the cursor of the page before
	Limit int64  `json:"limit,omitempty"`
}

// SellerPageQuery is a page of what is a seller's, or everybody's.
type SellerPageQuery struct {
	Seller string `json:"seller,omitempty"`
	After  string `json:"after,omitempty"` // the cursor of the page before
	Limit  int64  `json:"limit,omitempty"`
}

// Warehouses answers tables warehouse_list, cursor.
func (b *Backorder) Warehouses(ctx context.Context, call Call, query PageQuery) (*Result, error) {
	return b.JSON(ctx, call, "warehouses", query)
}

// Products answers tables product_list, cursor.
func (b *Backorder) Products(ctx context.Context, call Call, query SellerPageQuery) (*Result, error) {
	return b.JSON(ctx, call, "products", query)
}

// Variants answers tables variant_list, cursor.
func (b *Backorder) Variants(ctx context.Context, call Call, query SellerPageQuery) (*Result, error) {
	return b.JSON(ctx, call, "variants", query)
}

// OpenOrders answers tables open_orders, cursor: the oldest first.
func (b *Backorder) OpenOrders(ctx context.Context, call Call, query SellerPageQuery) (*Result, error) {
	return b.JSON(ctx, call, "open_orders", query)
}
