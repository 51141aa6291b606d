// A shop in Go: sells past zero as far as it may, restocks, ships, tells what happened. host DATABASE
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
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

func buy(shop *backorder.Backorder, host backorder.Call, order string, quantity int64) {
	placed, err := shop.Place(ctx, host, backorder.Order{Order: order, Lines: []backorder.OrderLine{{Line: "1", Variant: "mug-blue", Quantity: quantity}}})
	var refused *backorder.Error
	if errors.As(err, &refused) && errors.Is(err, backorder.Refused) {
		fmt.Printf("%s: %v: asked %v, available %v\n", order, refused.Status, refused.Details[0]["asked"], refused.Details[0]["available"])
		return
	}
	line := must(must(placed, err).Rows(backorder.TableLines))[0]
	fmt.Printf("%s: %v now, %v on backorder\n", order, line["allocated"], line["waiting"])
}

func main() {
	marketplace := fmt.Sprint("go-", time.Now().UnixNano())
	host := backorder.Host(marketplace)
	operator := backorder.Operator(marketplace, backorder.PermissionManageMarketplace)
	seller := backorder.Seller(marketplace, "acme", backorder.PermissionManageInventory|backorder.PermissionManageFulfillments)
	shop := must(backorder.Open(backorder.Config{Database: os.Args[1], Migrate: true}))
	defer shop.Close()
	must(shop.WarehouseUpsert(ctx, host.WithKey("warehouses"), []backorder.Warehouse{{Warehouse: "berlin"}}, false))
	must(shop.CatalogUpsert(ctx, host.WithKey("catalogue"), []backorder.Product{{Product: "mug", Seller: "acme"}},
		[]backorder.Variant{{Variant: "mug-blue", Product: "mug"}}))
	must(shop.SettingsSet(ctx, operator.WithKey("on"), true, false))
	must(shop.PolicySet(ctx, seller.WithKey("allow"), []backorder.PolicyItem{{Product: "mug", Policy: backorder.PolicyAllow}}, false))
	must(shop.ThresholdSet(ctx, seller.WithKey("threshold"), []backorder.ThresholdItem{{Variant: "mug-blue", Warehouse: "berlin", Threshold: 3}}, false))
	must(shop.Receive(ctx, seller.WithKey("delivery-1"), []backorder.Receipt{{Variant: "mug-blue", Warehouse: "berlin", Quantity: 2}}))
	buy(shop, host, "anna", 3)
	buy(shop, host, "bruno", 2)
	buy(shop, host, "carla", 1)
	stock := must(shop.Stock(ctx, seller, backorder.StockQuery{Variants: []string{"mug-blue"}}))
	fmt.Println("on backorder:", must(stock.Texts(backorder.ColumnStockWarehouse)), must(stock.Integers(backorder.ColumnStockBackordered)))
	arrived := must(shop.Receive(ctx, seller.WithKey("delivery-2"), []backorder.Receipt{{Variant: "mug-blue", Warehouse: "berlin", Quantity: 1}}))
	fmt.Println("covered:", must(arrived.Texts(backorder.ColumnCoveredOrder)))
	shipped := must(shop.Fulfill(ctx, seller.WithKey("ship-anna"), "anna", []backorder.OrderUnits{{Line: "1", Warehouse: "berlin", Quantity: 3}}, false))
	fmt.Println("anna:", must(shipped.Texts(backorder.ColumnOrderState))[0])
	fmt.Println("events:", must(must(shop.Events(ctx, host, "mail", "", 100)).Texts(backorder.ColumnEventsType)))
	if must(must(shop.Verify(ctx, host)).Integers(backorder.ColumnVerifyDifferences))[0] != 0 {
		log.Fatal("the books differ")
	}
}
