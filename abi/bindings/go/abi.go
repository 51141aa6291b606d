// Written by abi/bindings/generate from backorder.h; not to be edited.

package backorder

// #include "abi.h"
import "C"

import "unsafe"

// Version is the header's.
const Version = "1.2.0"

// Status is one of the constants Status....
type Status int32

const StatusOK Status = 0

// StatusNullArgument: a pointer that must be given is NULL
const StatusNullArgument Status = 101

// StatusStructSize: struct_size can't be, or the tail we do not know is not zero
const StatusStructSize Status = 102

// StatusReserved: a reserved field or an unknown flag bit is not 0
const StatusReserved Status = 103

// StatusClosed: the handle is closed, or never was one
const StatusClosed Status = 104

// StatusForked: the handle was opened by the parent process
const StatusForked Status = 105

// StatusABIVersion: this library has not the asked interface version
const StatusABIVersion Status = 106

// StatusConfig: the configuration is not valid
const StatusConfig Status = 107

// StatusLimit: too many items, too many bytes, too deep
const StatusLimit Status = 108

// StatusJSON: not JSON, or not of the operation's shape
const StatusJSON Status = 109

// StatusUnknownMember: a JSON member the operation does not know
const StatusUnknownMember Status = 110

// StatusUnknownOperation: no operation of that name
const StatusUnknownOperation Status = 111

// StatusText: an id is empty, longer than 128 bytes, holds NUL, is not UTF-8, or unfit for what is new
const StatusText Status = 112

// StatusArgument: another value that can't be
const StatusArgument Status = 113

// StatusQuantity: a quantity below 1, a threshold or count below 0, no whole number of 64 bits
const StatusQuantity Status = 114

// StatusDuplicate: a line, warehouse or record stands twice in the request
const StatusDuplicate Status = 115

// StatusActor: role, seller and permissions do not fit each other
const StatusActor Status = 116

// StatusKeyRequired: a mutation without idempotency key
const StatusKeyRequired Status = 117

// StatusKeyReused: the key was used for another request; `field` tells where they differ
const StatusKeyReused Status = 118

// StatusPermission: this actor may not do that; `needed` says what would allow it
const StatusPermission Status = 201

// StatusNotFound: unknown, or not this actor's
const StatusNotFound Status = 202

// StatusConflict: belongs to another already (the owner of a product or warehouse, an order's id)
const StatusConflict Status = 203

// StatusBackordersOff: the marketplace does not accept backorders: nothing to configure
const StatusBackordersOff Status = 204

// StatusOverflow: a sum would pass 2^63 - 1
const StatusOverflow Status = 205

// StatusShortage: not enough to sell: asked, available, backorder_room and shut gate per line and warehouse
const StatusShortage Status = 206

// StatusRestockFirst: strict fulfilment: units still wait at that warehouse
const StatusRestockFirst Status = 207

// StatusNotShippable: more than can ship now: asked, shippable, waiting per entry
const StatusNotShippable Status = 208

// StatusNotCancellable: more than is still open of the line
const StatusNotCancellable Status = 209

// StatusNotAvailable: more than is free at the warehouse, or than waits there
const StatusNotAvailable Status = 210

// StatusAlreadyCancelled: that fulfilment is cancelled already
const StatusAlreadyCancelled Status = 211

// StatusGateShut: units may not wait at that warehouse; `gate` says why
const StatusGateShut Status = 212

// StatusSomeRefused: some items of the batch were done, some refused: read the outcomes
const StatusSomeRefused Status = 213

// StatusUnavailable: the database is not reachable, the message says why; nothing was done
const StatusUnavailable Status = 301

// StatusTimeout: not done within the timeout; nothing was done
const StatusTimeout Status = 302

// StatusCancelled: the token was cancelled; nothing was done
const StatusCancelled Status = 303

// StatusReadOnly: the database accepts no writes (a standby?)
const StatusReadOnly Status = 304

// StatusSchemaMissing: our tables are not installed: bo_migrate, or "migrate": true
const StatusSchemaMissing Status = 305

// StatusSchemaVersion: the schema is older than this library needs, newer than it knows, or altered
const StatusSchemaVersion Status = 306

// StatusPrivilege: the database role lacks a right: packaging/grants.sql
const StatusPrivilege Status = 307

// StatusOutOfMemory: no memory, thread or file descriptor left in this process; nothing was done
const StatusOutOfMemory Status = 308

// StatusDatabase: another error of the database; nothing was done; sqlstate and its text are in the error
const StatusDatabase Status = 309

// StatusBusy: queue_size calls wait already, nothing was done; since 1.1
const StatusBusy Status = 310

// StatusInDoubt: may have been done: COMMIT's answer is lost and could not be looked up, or no memory is left to tell it
const StatusInDoubt Status = 401

// StatusInternal: a fault of this library; it may have been done; please report it with the message
const StatusInternal Status = 501

// String is the constant's name, or empty.
func (value Status) String() string {
	switch value {
	case StatusOK:
		return "OK"
	case StatusNullArgument:
		return "NULL_ARGUMENT"
	case StatusStructSize:
		return "STRUCT_SIZE"
	case StatusReserved:
		return "RESERVED"
	case StatusClosed:
		return "CLOSED"
	case StatusForked:
		return "FORKED"
	case StatusABIVersion:
		return "ABI_VERSION"
	case StatusConfig:
		return "CONFIG"
	case StatusLimit:
		return "LIMIT"
	case StatusJSON:
		return "JSON"
	case StatusUnknownMember:
		return "UNKNOWN_MEMBER"
	case StatusUnknownOperation:
		return "UNKNOWN_OPERATION"
	case StatusText:
		return "TEXT"
	case StatusArgument:
		return "ARGUMENT"
	case StatusQuantity:
		return "QUANTITY"
	case StatusDuplicate:
		return "DUPLICATE"
	case StatusActor:
		return "ACTOR"
	case StatusKeyRequired:
		return "KEY_REQUIRED"
	case StatusKeyReused:
		return "KEY_REUSED"
	case StatusPermission:
		return "PERMISSION"
	case StatusNotFound:
		return "NOT_FOUND"
	case StatusConflict:
		return "CONFLICT"
	case StatusBackordersOff:
		return "BACKORDERS_OFF"
	case StatusOverflow:
		return "OVERFLOW"
	case StatusShortage:
		return "SHORTAGE"
	case StatusRestockFirst:
		return "RESTOCK_FIRST"
	case StatusNotShippable:
		return "NOT_SHIPPABLE"
	case StatusNotCancellable:
		return "NOT_CANCELLABLE"
	case StatusNotAvailable:
		return "NOT_AVAILABLE"
	case StatusAlreadyCancelled:
		return "ALREADY_CANCELLED"
	case StatusGateShut:
		return "GATE_SHUT"
	case StatusSomeRefused:
		return "SOME_REFUSED"
	case StatusUnavailable:
		return "UNAVAILABLE"
	case StatusTimeout:
		return "TIMEOUT"
	case StatusCancelled:
		return "CANCELLED"
	case StatusReadOnly:
		return "READ_ONLY"
	case StatusSchemaMissing:
		return "SCHEMA_MISSING"
	case StatusSchemaVersion:
		return "SCHEMA_VERSION"
	case StatusPrivilege:
		return "PRIVILEGE"
	case StatusOutOfMemory:
		return "OUT_OF_MEMORY"
	case StatusDatabase:
		return "DATABASE"
	case StatusBusy:
		return "BUSY"
	case StatusInDoubt:
		return "IN_DOUBT"
	case StatusInternal:
		return "INTERNAL"
	}
	return ""
}

// Retry is one of the constants Retry....
type Retry int32

const RetryNo Retry = 0

const RetrySafe Retry = 1

const RetrySameKey Retry = 2

// String is the constant's name, or empty.
func (value Retry) String() string {
	switch value {
	case RetryNo:
		return "no"
	case RetrySafe:
		return "safe"
	case RetrySameKey:
		return "same_key"
	}
	return ""
}

// Role is one of the constants Role....
type Role int32

// RoleHost: the platform itself: place, cancel, register the catalogue, read; carries no permissions
const RoleHost Role = 1

// RoleOperator: runs the marketplace
const RoleOperator Role = 2

// RoleSeller: sells on it; seller is its id
const RoleSeller Role = 3

// String is the constant's name, or empty.
func (value Role) String() string {
	switch value {
	case RoleHost:
		return "host"
	case RoleOperator:
		return "operator"
	case RoleSeller:
		return "seller"
	}
	return ""
}

// Policy is one of the constants Policy....
type Policy int32

const PolicyInherit Policy = 1

const PolicyAllow Policy = 2

const PolicyDeny Policy = 3

// String is the constant's name, or empty.
func (value Policy) String() string {
	switch value {
	case PolicyInherit:
		return "inherit"
	case PolicyAllow:
		return "allow"
	case PolicyDeny:
		return "deny"
	}
	return ""
}

// ThresholdMode is one of the constants Threshold....
type ThresholdMode int32

// ThresholdLimit: threshold says how many; 0: none
const ThresholdLimit ThresholdMode = 1

// ThresholdUnlimited: threshold must be 0
const ThresholdUnlimited ThresholdMode = 2

// ThresholdInherit: no value of its own; threshold must be 0
const ThresholdInherit ThresholdMode = 3

// String is the constant's name, or empty.
func (value ThresholdMode) String() string {
	switch value {
	case ThresholdLimit:
		return "limit"
	case ThresholdUnlimited:
		return "unlimited"
	case ThresholdInherit:
		return "inherit"
	}
	return ""
}

// Permission bits are joined by |.
type Permission uint32

// PermissionManageMarketplace: operators only
const PermissionManageMarketplace Permission = 1

const PermissionManageInventory Permission = 2

const PermissionManageOrders Permission = 4

const PermissionManageFulfillments Permission = 8

// Poll bits are joined by |.
type Poll uint32

const PollEvents Poll = 1

const PollLogs Poll = 2

const flagDryRun = 1

const flagDeclineBackorder = 1

const flagStrict = 1

const major, minor = 1, 2

// PolicyItem is bo_policy of the header.
type PolicyItem struct {
	Policy  Policy `json:"policy,omitempty"`
	Product string `json:"product,omitempty"`
	Variant string `json:"variant,omitempty"`
}

func (r *PolicyItem) fill(a *arena, c *C.bo_policy) {
	c.struct_size = C.sizeof_bo_policy
	c.policy = C.uint32_t(r.Policy)
	c.product, c.product_length = a.text(r.Product)
	c.variant, c.variant_length = a.text(r.Variant)
}

func fillAllPolicyItem(a *arena, items []PolicyItem) (*C.bo_policy, C.size_t) {
	first := (*C.bo_policy)(a.memory(len(items), C.sizeof_bo_policy))
	for i, c := 0, unsafe.Slice(first, len(items)); i < len(items); i++ {
		items[i].fill(a, &c[i])
	}
	return first, C.size_t(len(items))
}

// ThresholdItem is bo_threshold of the header.
type ThresholdItem struct {
	Mode      ThresholdMode `json:"mode,omitempty"`
	Product   string        `json:"product,omitempty"`
	Variant   string        `json:"variant,omitempty"`
	Warehouse string        `json:"warehouse,omitempty"`
	Threshold int64         `json:"threshold"`
}

func (r *ThresholdItem) fill(a *arena, c *C.bo_threshold) {
	c.struct_size = C.sizeof_bo_threshold
	c.mode = C.uint32_t(r.Mode.orLimit())
	c.product, c.product_length = a.text(r.Product)
	c.variant, c.variant_length = a.text(r.Variant)
	c.warehouse, c.warehouse_length = a.text(r.Warehouse)
	c.threshold = C.int64_t(r.Threshold)
}

func fillAllThresholdItem(a *arena, items []ThresholdItem) (*C.bo_threshold, C.size_t) {
	first := (*C.bo_threshold)(a.memory(len(items), C.sizeof_bo_threshold))
	for i, c := 0, unsafe.Slice(first, len(items)); i < len(items); i++ {
		items[i].fill(a, &c[i])
	}
	return first, C.size_t(len(items))
}

// StockQuery is bo_stock_query of the header.
type StockQuery struct {
	Variants  []string `json:"variants,omitempty"`
	Products  []string `json:"products,omitempty"`
	Warehouse string   `json:"warehouse,omitempty"`
}

func (r *StockQuery) fill(a *arena, c *C.bo_stock_query) {
	c.struct_size = C.sizeof_bo_stock_query
	c.variants, c.variant_lengths, c.variant_count = a.texts(r.Variants)
	c.products, c.product_lengths, c.product_count = a.texts(r.Products)
	c.warehouse, c.warehouse_length = a.text(r.Warehouse)
}

func fillAllStockQuery(a *arena, items []StockQuery) (*C.bo_stock_query, C.size_t) {
	first := (*C.bo_stock_query)(a.memory(len(items), C.sizeof_bo_stock_query))
	for i, c := 0, unsafe.Slice(first, len(items)); i < len(items); i++ {
		items[i].fill(a, &c[i])
	}
	return first, C.size_t(len(items))
}

// AvailabilityItem is bo_availability_item of the header.
type AvailabilityItem struct {
	Variant  string `json:"variant,omitempty"`
	Quantity int64  `json:"quantity"`
}

func (r *AvailabilityItem) fill(a *arena, c *C.bo_availability_item) {
	c.struct_size = C.sizeof_bo_availability_item
	c.variant, c.variant_length = a.text(r.Variant)
	c.quantity = C.int64_t(r.Quantity)
}

func fillAllAvailabilityItem(a *arena, items []AvailabilityItem) (*C.bo_availability_item, C.size_t) {
	first := (*C.bo_availability_item)(a.memory(len(items), C.sizeof_bo_availability_item))
	for i, c := 0, unsafe.Slice(first, len(items)); i < len(items); i++ {
		items[i].fill(a, &c[i])
	}
	return first, C.size_t(len(items))
}

// Receipt is bo_receipt of the header.
type Receipt struct {
	Variant   string `json:"variant,omitempty"`
	Warehouse string `json:"warehouse,omitempty"`
	Quantity  int64  `json:"quantity"`
}

func (r *Receipt) fill(a *arena, c *C.bo_receipt) {
	c.struct_size = C.sizeof_bo_receipt
	c.variant, c.variant_length = a.text(r.Variant)
	c.warehouse, c.warehouse_length = a.text(r.Warehouse)
	c.quantity = C.int64_t(r.Quantity)
}

func fillAllReceipt(a *arena, items []Receipt) (*C.bo_receipt, C.size_t) {
	first := (*C.bo_receipt)(a.memory(len(items), C.sizeof_bo_receipt))
	for i, c := 0, unsafe.Slice(first, len(items)); i < len(items); i++ {
		items[i].fill(a, &c[i])
	}
	return first, C.size_t(len(items))
}

// OrderLine is bo_order_line of the header.
type OrderLine struct {
	Line             string `json:"line,omitempty"`
	Variant          string `json:"variant,omitempty"`
	Warehouse        string `json:"warehouse,omitempty"`
	Quantity         int64  `json:"quantity"`
	DeclineBackorder bool   `json:"decline_backorder,omitempty"`
}

func (r *OrderLine) fill(a *arena, c *C.bo_order_line) {
	c.struct_size = C.sizeof_bo_order_line
	c.line, c.line_length = a.text(r.Line)
	c.variant, c.variant_length = a.text(r.Variant)
	c.warehouse, c.warehouse_length = a.text(r.Warehouse)
	c.quantity = C.int64_t(r.Quantity)
	if r.DeclineBackorder {
		c.flags |= flagDeclineBackorder
	}
}

func fillAllOrderLine(a *arena, items []OrderLine) (*C.bo_order_line, C.size_t) {
	first := (*C.bo_order_line)(a.memory(len(items), C.sizeof_bo_order_line))
	for i, c := 0, unsafe.Slice(first, len(items)); i < len(items); i++ {
		items[i].fill(a, &c[i])
	}
	return first, C.size_t(len(items))
}

// Order is bo_order of the header.
type Order struct {
	Order      string      `json:"order,omitempty"`
	Priority   int64       `json:"priority"`
	Lines      []OrderLine `json:"lines"`
	Warehouses []string    `json:"warehouses,omitempty"`
}

func (r *Order) fill(a *arena, c *C.bo_order) {
	c.struct_size = C.sizeof_bo_order
	c.order, c.order_length = a.text(r.Order)
	c.priority = C.int64_t(r.Priority)
	c.lines, c.line_count = fillAllOrderLine(a, r.Lines)
	c.warehouses, c.warehouse_lengths, c.warehouse_count = a.texts(r.Warehouses)
}

func fillAllOrder(a *arena, items []Order) (*C.bo_order, C.size_t) {
	first := (*C.bo_order)(a.memory(len(items), C.sizeof_bo_order))
	for i, c := 0, unsafe.Slice(first, len(items)); i < len(items); i++ {
		items[i].fill(a, &c[i])
	}
	return first, C.size_t(len(items))
}

// OrderUnits is bo_order_units of the header.
type OrderUnits struct {
	Line      string `json:"line,omitempty"`
	Warehouse string `json:"warehouse,omitempty"`
	Quantity  int64  `json:"quantity"`
}

func (r *OrderUnits) fill(a *arena, c *C.bo_order_units) {
	c.struct_size = C.sizeof_bo_order_units
	c.line, c.line_length = a.text(r.Line)
	c.warehouse, c.warehouse_length = a.text(r.Warehouse)
	c.quantity = C.int64_t(r.Quantity)
}

func fillAllOrderUnits(a *arena, items []OrderUnits) (*C.bo_order_units, C.size_t) {
	first := (*C.bo_order_units)(a.memory(len(items), C.sizeof_bo_order_units))
	for i, c := 0, unsafe.Slice(first, len(items)); i < len(items); i++ {
		items[i].fill(a, &c[i])
	}
	return first, C.size_t(len(items))
}

const TableSettings Table = 1

const ColumnSettingsBackordersEnabled FlagColumn = 0x0100

const ColumnSettingsBefore FlagColumn = 0x0101

const ColumnSettingsDryRun FlagColumn = 0x0102

const ColumnSettingsUnitsOverLimit IntegerColumn = 0x0103

const TablePolicies Table = 2

const ColumnPoliciesItem IntegerColumn = 0x0200

const ColumnPoliciesStatus IntegerColumn = 0x0201

const ColumnPoliciesMessage TextColumn = 0x0202

const ColumnPoliciesDetails JSONColumn = 0x0203

const ColumnPoliciesProduct TextColumn = 0x0204

const ColumnPoliciesVariant TextColumn = 0x0205

const ColumnPoliciesBefore TextColumn = 0x0206

const ColumnPoliciesPolicy TextColumn = 0x0207

const ColumnPoliciesUnitsOverLimit IntegerColumn = 0x0208

const ColumnPoliciesDryRun FlagColumn = 0x0209

const TableThresholds Table = 3

const ColumnThresholdsItem IntegerColumn = 0x0300

const ColumnThresholdsStatus IntegerColumn = 0x0301

const ColumnThresholdsMessage TextColumn = 0x0302

const ColumnThresholdsDetails JSONColumn = 0x0303

const ColumnThresholdsProduct TextColumn = 0x0304

const ColumnThresholdsVariant TextColumn = 0x0305

const ColumnThresholdsWarehouse TextColumn = 0x0306

const ColumnThresholdsModeBefore TextColumn = 0x0307

const ColumnThresholdsThresholdBefore IntegerColumn = 0x0308

const ColumnThresholdsMode TextColumn = 0x0309

const ColumnThresholdsThreshold IntegerColumn = 0x030a

const ColumnThresholdsBackordered IntegerColumn = 0x030b

const ColumnThresholdsUnitsOverLimit IntegerColumn = 0x030c

const ColumnThresholdsDryRun FlagColumn = 0x030d

const TableWarehouses Table = 4

const ColumnWarehousesItem IntegerColumn = 0x0400

const ColumnWarehousesStatus IntegerColumn = 0x0401

const ColumnWarehousesMessage TextColumn = 0x0402

const ColumnWarehousesDetails JSONColumn = 0x0403

const ColumnWarehousesWarehouse TextColumn = 0x0404

const ColumnWarehousesOwner TextColumn = 0x0405

const ColumnWarehousesPriority IntegerColumn = 0x0406

const ColumnWarehousesActive FlagColumn = 0x0407

const ColumnWarehousesCreated FlagColumn = 0x0408

const ColumnWarehousesUnitsOverLimit IntegerColumn = 0x0409

const ColumnWarehousesDryRun FlagColumn = 0x040a

const TableProducts Table = 5

const ColumnProductsItem IntegerColumn = 0x0500

const ColumnProductsStatus IntegerColumn = 0x0501

const ColumnProductsMessage TextColumn = 0x0502

const ColumnProductsDetails JSONColumn = 0x0503

const ColumnProductsProduct TextColumn = 0x0504

const ColumnProductsSeller TextColumn = 0x0505

const ColumnProductsCreated FlagColumn = 0x0506

const TableVariants Table = 6

const ColumnVariantsItem IntegerColumn = 0x0600

const ColumnVariantsStatus IntegerColumn = 0x0601

const ColumnVariantsMessage TextColumn = 0x0602

const ColumnVariantsDetails JSONColumn = 0x0603

const ColumnVariantsVariant TextColumn = 0x0604

const ColumnVariantsProduct TextColumn = 0x0605

const ColumnVariantsCreated FlagColumn = 0x0606

const TableMoves Table = 7

const ColumnMovesItem IntegerColumn = 0x0700

const ColumnMovesStatus IntegerColumn = 0x0701

const ColumnMovesMessage TextColumn = 0x0702

const ColumnMovesDetails JSONColumn = 0x0703

const ColumnMovesVariant TextColumn = 0x0704

const ColumnMovesWarehouse TextColumn = 0x0705

const ColumnMovesToWarehouse TextColumn = 0x0706

const ColumnMovesQuantity IntegerColumn = 0x0707

const ColumnMovesOnHand IntegerColumn = 0x0708

const ColumnMovesAllocated IntegerColumn = 0x0709

const ColumnMovesBackordered IntegerColumn = 0x070a

const ColumnMovesAvailable IntegerColumn = 0x070b

const TableCovered Table = 8

const ColumnCoveredItem IntegerColumn = 0x0800

const ColumnCoveredOrder TextColumn = 0x0801

const ColumnCoveredLine TextColumn = 0x0802

const ColumnCoveredVariant TextColumn = 0x0803

const ColumnCoveredWarehouse TextColumn = 0x0804

const ColumnCoveredUnits IntegerColumn = 0x0805

const ColumnCoveredReady FlagColumn = 0x0806

const TableFallenBack Table = 9

const ColumnFallenBackItem IntegerColumn = 0x0900

const ColumnFallenBackOrder TextColumn = 0x0901

const ColumnFallenBackLine TextColumn = 0x0902

const ColumnFallenBackVariant TextColumn = 0x0903

const ColumnFallenBackWarehouse TextColumn = 0x0904

const ColumnFallenBackUnits IntegerColumn = 0x0905

const ColumnFallenBackUnitsOverLimit IntegerColumn = 0x0906

const TableOrder Table = 10

const ColumnOrderOrder TextColumn = 0x0a00

const ColumnOrderState TextColumn = 0x0a01

const ColumnOrderPriority IntegerColumn = 0x0a02

const ColumnOrderPlacedAt TextColumn = 0x0a03

const TableLines Table = 11

const ColumnLinesLine TextColumn = 0x0b00

const ColumnLinesVariant TextColumn = 0x0b01

const ColumnLinesQuantity IntegerColumn = 0x0b02

const ColumnLinesAllocated IntegerColumn = 0x0b03

const ColumnLinesWaiting IntegerColumn = 0x0b04

const ColumnLinesShipped IntegerColumn = 0x0b05

const ColumnLinesCancelled IntegerColumn = 0x0b06

const TableParts Table = 12

const ColumnPartsLine TextColumn = 0x0c00

const ColumnPartsVariant TextColumn = 0x0c01

const ColumnPartsWarehouse TextColumn = 0x0c02

const ColumnPartsQuantity IntegerColumn = 0x0c03

const ColumnPartsAllocated IntegerColumn = 0x0c04

const ColumnPartsWaiting IntegerColumn = 0x0c05

const ColumnPartsShipped IntegerColumn = 0x0c06

const ColumnPartsCancelled IntegerColumn = 0x0c07

const TableFulfillments Table = 13

const ColumnFulfillmentsFulfillment IntegerColumn = 0x0d00

const ColumnFulfillmentsWarehouse TextColumn = 0x0d01

const ColumnFulfillmentsLine TextColumn = 0x0d02

const ColumnFulfillmentsVariant TextColumn = 0x0d03

const ColumnFulfillmentsQuantity IntegerColumn = 0x0d04

const ColumnFulfillmentsState TextColumn = 0x0d05

const ColumnFulfillmentsCreatedAt TextColumn = 0x0d06

const TableShippable Table = 14

const ColumnShippableLine TextColumn = 0x0e00

const ColumnShippableVariant TextColumn = 0x0e01

const ColumnShippableWarehouse TextColumn = 0x0e02

const ColumnShippableShippable IntegerColumn = 0x0e03

const ColumnShippableWaiting IntegerColumn = 0x0e04

const ColumnShippableStrict FlagColumn = 0x0e05

const ColumnShippableFreeHere IntegerColumn = 0x0e06

const ColumnShippableReason TextColumn = 0x0e07

const TableStock Table = 15

const ColumnStockProduct TextColumn = 0x0f00

const ColumnStockVariant TextColumn = 0x0f01

const ColumnStockWarehouse TextColumn = 0x0f02

const ColumnStockSeller TextColumn = 0x0f03

const ColumnStockOnHand IntegerColumn = 0x0f04

const ColumnStockAllocated IntegerColumn = 0x0f05

const ColumnStockBackordered IntegerColumn = 0x0f06

const ColumnStockThresholdMode TextColumn = 0x0f07

const ColumnStockThreshold IntegerColumn = 0x0f08

const ColumnStockThresholdFrom TextColumn = 0x0f09

const ColumnStockAvailable IntegerColumn = 0x0f0a

const ColumnStockBackorderRoom IntegerColumn = 0x0f0b

const ColumnStockRoomUnlimited FlagColumn = 0x0f0c

const ColumnStockSellable IntegerColumn = 0x0f0d

const ColumnStockShutGate TextColumn = 0x0f0e

const ColumnStockUnitsOverLimit IntegerColumn = 0x0f0f

const ColumnStockCommitted IntegerColumn = 0x0f10

const ColumnStockOutOfStockThreshold IntegerColumn = 0x0f11

const TableVariantTotals Table = 16

const ColumnVariantTotalsProduct TextColumn = 0x1000

const ColumnVariantTotalsVariant TextColumn = 0x1001

const ColumnVariantTotalsPolicy TextColumn = 0x1002

const ColumnVariantTotalsBackordersAllowed FlagColumn = 0x1003

const ColumnVariantTotalsOnHand IntegerColumn = 0x1004

const ColumnVariantTotalsAllocated IntegerColumn = 0x1005

const ColumnVariantTotalsBackordered IntegerColumn = 0x1006

const ColumnVariantTotalsAvailable IntegerColumn = 0x1007

const ColumnVariantTotalsBackorderRoom IntegerColumn = 0x1008

const ColumnVariantTotalsRoomUnlimited FlagColumn = 0x1009

const ColumnVariantTotalsSellable IntegerColumn = 0x100a

const TableProductTotals Table = 17

const ColumnProductTotalsProduct TextColumn = 0x1100

const ColumnProductTotalsSeller TextColumn = 0x1101

const ColumnProductTotalsPolicy TextColumn = 0x1102

const ColumnProductTotalsVariants IntegerColumn = 0x1103

const ColumnProductTotalsOnHand IntegerColumn = 0x1104

const ColumnProductTotalsAllocated IntegerColumn = 0x1105

const ColumnProductTotalsBackordered IntegerColumn = 0x1106

const ColumnProductTotalsAvailable IntegerColumn = 0x1107

const ColumnProductTotalsBackorderRoom IntegerColumn = 0x1108

const ColumnProductTotalsRoomUnlimited FlagColumn = 0x1109

const ColumnProductTotalsSellable IntegerColumn = 0x110a

const TableAvailability Table = 18

const ColumnAvailabilityItem IntegerColumn = 0x1200

const ColumnAvailabilityStatus IntegerColumn = 0x1201

const ColumnAvailabilityMessage TextColumn = 0x1202

const ColumnAvailabilityDetails JSONColumn = 0x1203

const ColumnAvailabilityVariant TextColumn = 0x1204

const ColumnAvailabilityState TextColumn = 0x1205

const ColumnAvailabilityNow IntegerColumn = 0x1206

const ColumnAvailabilityLater IntegerColumn = 0x1207

const ColumnAvailabilityLaterUnlimited FlagColumn = 0x1208

const ColumnAvailabilityShutGate TextColumn = 0x1209

const ColumnAvailabilityQuantity IntegerColumn = 0x120a

const ColumnAvailabilitySplitNow IntegerColumn = 0x120b

const ColumnAvailabilitySplitLater IntegerColumn = 0x120c

const ColumnAvailabilityShort IntegerColumn = 0x120d

const TableQueue Table = 19

const ColumnQueuePlace IntegerColumn = 0x1300

const ColumnQueueOrder TextColumn = 0x1301

const ColumnQueueLine TextColumn = 0x1302

const ColumnQueueProduct TextColumn = 0x1303

const ColumnQueueVariant TextColumn = 0x1304

const ColumnQueueWarehouse TextColumn = 0x1305

const ColumnQueueSeller TextColumn = 0x1306

const ColumnQueueUnits IntegerColumn = 0x1307

const ColumnQueuePriority IntegerColumn = 0x1308

const ColumnQueueSince TextColumn = 0x1309

const ColumnQueueFreeElsewhere IntegerColumn = 0x130a

const TableEvents Table = 20

const ColumnEventsType TextColumn = 0x1400

const ColumnEventsAt TextColumn = 0x1401

const ColumnEventsVariant TextColumn = 0x1402

const ColumnEventsWarehouse TextColumn = 0x1403

const ColumnEventsOrder TextColumn = 0x1404

const ColumnEventsBody JSONColumn = 0x1405

const TableCursor Table = 21

const ColumnCursorCursor TextColumn = 0x1500

const ColumnCursorMore FlagColumn = 0x1501

const TableLedger Table = 22

const ColumnLedgerSequence IntegerColumn = 0x1600

const ColumnLedgerAt TextColumn = 0x1601

const ColumnLedgerActor TextColumn = 0x1602

const ColumnLedgerVerb TextColumn = 0x1603

const ColumnLedgerVariant TextColumn = 0x1604

const ColumnLedgerWarehouse TextColumn = 0x1605

const ColumnLedgerOnHand IntegerColumn = 0x1606

const ColumnLedgerAllocated IntegerColumn = 0x1607

const ColumnLedgerBackordered IntegerColumn = 0x1608

const ColumnLedgerOrder TextColumn = 0x1609

const ColumnLedgerLine TextColumn = 0x160a

const ColumnLedgerKey TextColumn = 0x160b

const TableVerify Table = 23

const ColumnVerifyStockRecords IntegerColumn = 0x1700

const ColumnVerifyParts IntegerColumn = 0x1701

const ColumnVerifyLedgerRows IntegerColumn = 0x1702

const ColumnVerifyDifferences IntegerColumn = 0x1703

const ColumnVerifyNext TextColumn = 0x1704

const ColumnVerifyChecked IntegerColumn = 0x1705

const ColumnVerifyTotal IntegerColumn = 0x1706

const TableDifferences Table = 24

const ColumnDifferencesWhat TextColumn = 0x1800

const ColumnDifferencesVariant TextColumn = 0x1801

const ColumnDifferencesWarehouse TextColumn = 0x1802

const ColumnDifferencesOrder TextColumn = 0x1803

const ColumnDifferencesLine TextColumn = 0x1804

const ColumnDifferencesExpected IntegerColumn = 0x1805

const ColumnDifferencesFound IntegerColumn = 0x1806

const TableSchema Table = 25

const ColumnSchemaBefore IntegerColumn = 0x1900

const ColumnSchemaVersion IntegerColumn = 0x1901

const ColumnSchemaLatest IntegerColumn = 0x1902

const TableLog Table = 26

const ColumnLogAt TextColumn = 0x1a00

const ColumnLogLevel TextColumn = 0x1a01

const ColumnLogMessage TextColumn = 0x1a02

const TablePlaced Table = 27

const ColumnPlacedItem IntegerColumn = 0x1b00

const ColumnPlacedStatus IntegerColumn = 0x1b01

const ColumnPlacedMessage TextColumn = 0x1b02

const ColumnPlacedDetails JSONColumn = 0x1b03

const ColumnPlacedOrder TextColumn = 0x1b04

const ColumnPlacedState TextColumn = 0x1b05

const ColumnPlacedAllocated IntegerColumn = 0x1b06

const ColumnPlacedWaiting IntegerColumn = 0x1b07

const ColumnPlacedReplayed FlagColumn = 0x1b08

const TablePlacedParts Table = 28

const ColumnPlacedPartsItem IntegerColumn = 0x1c00

const ColumnPlacedPartsLine TextColumn = 0x1c01

const ColumnPlacedPartsVariant TextColumn = 0x1c02

const ColumnPlacedPartsWarehouse TextColumn = 0x1c03

const ColumnPlacedPartsAllocated IntegerColumn = 0x1c04

const ColumnPlacedPartsWaiting IntegerColumn = 0x1c05

const TableWarehouseList Table = 29

const ColumnWarehouseListWarehouse TextColumn = 0x1d00

const ColumnWarehouseListOwner TextColumn = 0x1d01

const ColumnWarehouseListPriority IntegerColumn = 0x1d02

const ColumnWarehouseListActive FlagColumn = 0x1d03

const TableProductList Table = 30

const ColumnProductListProduct TextColumn = 0x1e00

const ColumnProductListSeller TextColumn = 0x1e01

const ColumnProductListPolicy TextColumn = 0x1e02

const TableVariantList Table = 31

const ColumnVariantListVariant TextColumn = 0x1f00

const ColumnVariantListProduct TextColumn = 0x1f01

const ColumnVariantListSeller TextColumn = 0x1f02

const ColumnVariantListPolicy TextColumn = 0x1f03

const ColumnVariantListBackordersAllowed FlagColumn = 0x1f04

const TableOpenOrders Table = 32

const ColumnOpenOrdersOrder TextColumn = 0x2000

const ColumnOpenOrdersPlacedAt TextColumn = 0x2001

const ColumnOpenOrdersPriority IntegerColumn = 0x2002

const ColumnOpenOrdersLines IntegerColumn = 0x2003

const ColumnOpenOrdersAllocated IntegerColumn = 0x2004

const ColumnOpenOrdersWaiting IntegerColumn = 0x2005

const TableHeld Table = 33

const ColumnHeldSince TextColumn = 0x2100

const ColumnHeldTransactionSince TextColumn = 0x2101

const ColumnHeldPid IntegerColumn = 0x2102

const ColumnHeldApplication TextColumn = 0x2103

const ColumnHeldUser TextColumn = 0x2104

const ColumnHeldDatabase TextColumn = 0x2105

const ColumnHeldPrepared TextColumn = 0x2106

var tables = []table{
	{"settings", TableSettings, []column{
		{"backorders_enabled", 0x0100, flagKind},
		{"before", 0x0101, flagKind},
		{"dry_run", 0x0102, flagKind},
		{"units_over_limit", 0x0103, integerKind},
	}},
	{"policies", TablePolicies, []column{
		{"item", 0x0200, integerKind},
		{"status", 0x0201, integerKind},
		{"message", 0x0202, textKind},
		{"details", 0x0203, jsonKind},
		{"product", 0x0204, textKind},
		{"variant", 0x0205, textKind},
		{"before", 0x0206, textKind},
		{"policy", 0x0207, textKind},
		{"units_over_limit", 0x0208, integerKind},
		{"dry_run", 0x0209, flagKind},
	}},
	{"thresholds", TableThresholds, []column{
		{"item", 0x0300, integerKind},
		{"status", 0x0301, integerKind},
		{"message", 0x0302, textKind},
		{"details", 0x0303, jsonKind},
		{"product", 0x0304, textKind},
		{"variant", 0x0305, textKind},
		{"warehouse", 0x0306, textKind},
		{"mode_before", 0x0307, textKind},
		{"threshold_before", 0x0308, integerKind},
		{"mode", 0x0309, textKind},
		{"threshold", 0x030a, integerKind},
		{"backordered", 0x030b, integerKind},
		{"units_over_limit", 0x030c, integerKind},
		{"dry_run", 0x030d, flagKind},
	}},
	{"warehouses", TableWarehouses, []column{
		{"item", 0x0400, integerKind},
		{"status", 0x0401, integerKind},
		{"message", 0x0402, textKind},
		{"details", 0x0403, jsonKind},
		{"warehouse", 0x0404, textKind},
		{"owner", 0x0405, textKind},
		{"priority", 0x0406, integerKind},
		{"active", 0x0407, flagKind},
		{"created", 0x0408, flagKind},
		{"units_over_limit", 0x0409, integerKind},
		{"dry_run", 0x040a, flagKind},
	}},
	{"products", TableProducts, []column{
		{"item", 0x0500, integerKind},
		{"status", 0x0501, integerKind},
		{"message", 0x0502, textKind},
		{"details", 0x0503, jsonKind},
		{"product", 0x0504, textKind},
		{"seller", 0x0505, textKind},
		{"created", 0x0506, flagKind},
	}},
	{"variants", TableVariants, []column{
		{"item", 0x0600, integerKind},
		{"status", 0x0601, integerKind},
		{"message", 0x0602, textKind},
		{"details", 0x0603, jsonKind},
		{"variant", 0x0604, textKind},
		{"product", 0x0605, textKind},
		{"created", 0x0606, flagKind},
	}},
	{"moves", TableMoves, []column{
		{"item", 0x0700, integerKind},
		{"status", 0x0701, integerKind},
		{"message", 0x0702, textKind},
		{"details", 0x0703, jsonKind},
		{"variant", 0x0704, textKind},
		{"warehouse", 0x0705, textKind},
		{"to_warehouse", 0x0706, textKind},
		{"quantity", 0x0707, integerKind},
		{"on_hand", 0x0708, integerKind},
		{"allocated", 0x0709, integerKind},
		{"backordered", 0x070a, integerKind},
		{"available", 0x070b, integerKind},
	}},
	{"covered", TableCovered, []column{
		{"item", 0x0800, integerKind},
		{"order", 0x0801, textKind},
		{"line", 0x0802, textKind},
		{"variant", 0x0803, textKind},
		{"warehouse", 0x0804, textKind},
		{"units", 0x0805, integerKind},
		{"ready", 0x0806, flagKind},
	}},
	{"fallen_back", TableFallenBack, []column{
		{"item", 0x0900, integerKind},
		{"order", 0x0901, textKind},
		{"line", 0x0902, textKind},
		{"variant", 0x0903, textKind},
		{"warehouse", 0x0904, textKind},
		{"units", 0x0905, integerKind},
		{"units_over_limit", 0x0906, integerKind},
	}},
	{"order", TableOrder, []column{
		{"order", 0x0a00, textKind},
		{"state", 0x0a01, textKind},
		{"priority", 0x0a02, integerKind},
		{"placed_at", 0x0a03, textKind},
	}},
	{"lines", TableLines, []column{
		{"line", 0x0b00, textKind},
		{"variant", 0x0b01, textKind},
		{"quantity", 0x0b02, integerKind},
		{"allocated", 0x0b03, integerKind},
		{"waiting", 0x0b04, integerKind},
		{"shipped", 0x0b05, integerKind},
		{"cancelled", 0x0b06, integerKind},
	}},
	{"parts", TableParts, []column{
		{"line", 0x0c00, textKind},
		{"variant", 0x0c01, textKind},
		{"warehouse", 0x0c02, textKind},
		{"quantity", 0x0c03, integerKind},
		{"allocated", 0x0c04, integerKind},
		{"waiting", 0x0c05, integerKind},
		{"shipped", 0x0c06, integerKind},
		{"cancelled", 0x0c07, integerKind},
	}},
	{"fulfillments", TableFulfillments, []column{
		{"fulfillment", 0x0d00, integerKind},
		{"warehouse", 0x0d01, textKind},
		{"line", 0x0d02, textKind},
		{"variant", 0x0d03, textKind},
		{"quantity", 0x0d04, integerKind},
		{"state", 0x0d05, textKind},
		{"created_at", 0x0d06, textKind},
	}},
	{"shippable", TableShippable, []column{
		{"line", 0x0e00, textKind},
		{"variant", 0x0e01, textKind},
		{"warehouse", 0x0e02, textKind},
		{"shippable", 0x0e03, integerKind},
		{"waiting", 0x0e04, integerKind},
		{"strict", 0x0e05, flagKind},
		{"free_here", 0x0e06, integerKind},
		{"reason", 0x0e07, textKind},
	}},
	{"stock", TableStock, []column{
		{"product", 0x0f00, textKind},
		{"variant", 0x0f01, textKind},
		{"warehouse", 0x0f02, textKind},
		{"seller", 0x0f03, textKind},
		{"on_hand", 0x0f04, integerKind},
		{"allocated", 0x0f05, integerKind},
		{"backordered", 0x0f06, integerKind},
		{"threshold_mode", 0x0f07, textKind},
		{"threshold", 0x0f08, integerKind},
		{"threshold_from", 0x0f09, textKind},
		{"available", 0x0f0a, integerKind},
		{"backorder_room", 0x0f0b, integerKind},
		{"room_unlimited", 0x0f0c, flagKind},
		{"sellable", 0x0f0d, integerKind},
		{"shut_gate", 0x0f0e, textKind},
		{"units_over_limit", 0x0f0f, integerKind},
		{"committed", 0x0f10, integerKind},
		{"out_of_stock_threshold", 0x0f11, integerKind},
	}},
	{"variant_totals", TableVariantTotals, []column{
		{"product", 0x1000, textKind},
		{"variant", 0x1001, textKind},
		{"policy", 0x1002, textKind},
		{"backorders_allowed", 0x1003, flagKind},
		{"on_hand", 0x1004, integerKind},
		{"allocated", 0x1005, integerKind},
		{"backordered", 0x1006, integerKind},
		{"available", 0x1007, integerKind},
		{"backorder_room", 0x1008, integerKind},
		{"room_unlimited", 0x1009, flagKind},
		{"sellable", 0x100a, integerKind},
	}},
	{"product_totals", TableProductTotals, []column{
		{"product", 0x1100, textKind},
		{"seller", 0x1101, textKind},
		{"policy", 0x1102, textKind},
		{"variants", 0x1103, integerKind},
		{"on_hand", 0x1104, integerKind},
		{"allocated", 0x1105, integerKind},
		{"backordered", 0x1106, integerKind},
		{"available", 0x1107, integerKind},
		{"backorder_room", 0x1108, integerKind},
		{"room_unlimited", 0x1109, flagKind},
		{"sellable", 0x110a, integerKind},
	}},
	{"availability", TableAvailability, []column{
		{"item", 0x1200, integerKind},
		{"status", 0x1201, integerKind},
		{"message", 0x1202, textKind},
		{"details", 0x1203, jsonKind},
		{"variant", 0x1204, textKind},
		{"state", 0x1205, textKind},
		{"now", 0x1206, integerKind},
		{"later", 0x1207, integerKind},
		{"later_unlimited", 0x1208, flagKind},
		{"shut_gate", 0x1209, textKind},
		{"quantity", 0x120a, integerKind},
		{"split_now", 0x120b, integerKind},
		{"split_later", 0x120c, integerKind},
		{"short", 0x120d, integerKind},
	}},
	{"queue", TableQueue, []column{
		{"place", 0x1300, integerKind},
		{"order", 0x1301, textKind},
		{"line", 0x1302, textKind},
		{"product", 0x1303, textKind},
		{"variant", 0x1304, textKind},
		{"warehouse", 0x1305, textKind},
		{"seller", 0x1306, textKind},
		{"units", 0x1307, integerKind},
		{"priority", 0x1308, integerKind},
		{"since", 0x1309, textKind},
		{"free_elsewhere", 0x130a, integerKind},
	}},
	{"events", TableEvents, []column{
		{"type", 0x1400, textKind},
		{"at", 0x1401, textKind},
		{"variant", 0x1402, textKind},
		{"warehouse", 0x1403, textKind},
		{"order", 0x1404, textKind},
		{"body", 0x1405, jsonKind},
	}},
	{"cursor", TableCursor, []column{
		{"cursor", 0x1500, textKind},
		{"more", 0x1501, flagKind},
	}},
	{"ledger", TableLedger, []column{
		{"sequence", 0x1600, integerKind},
		{"at", 0x1601, textKind},
		{"actor", 0x1602, textKind},
		{"verb", 0x1603, textKind},
		{"variant", 0x1604, textKind},
		{"warehouse", 0x1605, textKind},
		{"on_hand", 0x1606, integerKind},
		{"allocated", 0x1607, integerKind},
		{"backordered", 0x1608, integerKind},
		{"order", 0x1609, textKind},
		{"line", 0x160a, textKind},
		{"key", 0x160b, textKind},
	}},
	{"verify", TableVerify, []column{
		{"stock_records", 0x1700, integerKind},
		{"parts", 0x1701, integerKind},
		{"ledger_rows", 0x1702, integerKind},
		{"differences", 0x1703, integerKind},
		{"next", 0x1704, textKind},
		{"checked", 0x1705, integerKind},
		{"total", 0x1706, integerKind},
	}},
	{"differences", TableDifferences, []column{
		{"what", 0x1800, textKind},
		{"variant", 0x1801, textKind},
		{"warehouse", 0x1802, textKind},
		{"order", 0x1803, textKind},
		{"line", 0x1804, textKind},
		{"expected", 0x1805, integerKind},
		{"found", 0x1806, integerKind},
	}},
	{"schema", TableSchema, []column{
		{"before", 0x1900, integerKind},
		{"version", 0x1901, integerKind},
		{"latest", 0x1902, integerKind},
	}},
	{"log", TableLog, []column{
		{"at", 0x1a00, textKind},
		{"level", 0x1a01, textKind},
		{"message", 0x1a02, textKind},
	}},
	{"placed", TablePlaced, []column{
		{"item", 0x1b00, integerKind},
		{"status", 0x1b01, integerKind},
		{"message", 0x1b02, textKind},
		{"details", 0x1b03, jsonKind},
		{"order", 0x1b04, textKind},
		{"state", 0x1b05, textKind},
		{"allocated", 0x1b06, integerKind},
		{"waiting", 0x1b07, integerKind},
		{"replayed", 0x1b08, flagKind},
	}},
	{"placed_parts", TablePlacedParts, []column{
		{"item", 0x1c00, integerKind},
		{"line", 0x1c01, textKind},
		{"variant", 0x1c02, textKind},
		{"warehouse", 0x1c03, textKind},
		{"allocated", 0x1c04, integerKind},
		{"waiting", 0x1c05, integerKind},
	}},
	{"warehouse_list", TableWarehouseList, []column{
		{"warehouse", 0x1d00, textKind},
		{"owner", 0x1d01, textKind},
		{"priority", 0x1d02, integerKind},
		{"active", 0x1d03, flagKind},
	}},
	{"product_list", TableProductList, []column{
		{"product", 0x1e00, textKind},
		{"seller", 0x1e01, textKind},
		{"policy", 0x1e02, textKind},
	}},
	{"variant_list", TableVariantList, []column{
		{"variant", 0x1f00, textKind},
		{"product", 0x1f01, textKind},
		{"seller", 0x1f02, textKind},
		{"policy", 0x1f03, textKind},
		{"backorders_allowed", 0x1f04, flagKind},
	}},
	{"open_orders", TableOpenOrders, []column{
		{"order", 0x2000, textKind},
		{"placed_at", 0x2001, textKind},
		{"priority", 0x2002, integerKind},
		{"lines", 0x2003, integerKind},
		{"allocated", 0x2004, integerKind},
		{"waiting", 0x2005, integerKind},
	}},
	{"held", TableHeld, []column{
		{"since", 0x2100, textKind},
		{"transaction_since", 0x2101, textKind},
		{"pid", 0x2102, integerKind},
		{"application", 0x2103, textKind},
		{"user", 0x2104, textKind},
		{"database", 0x2105, textKind},
		{"prepared", 0x2106, textKind},
	}},
}
