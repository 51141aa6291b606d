//! A request of the plan as the binding's own types.
use backorder::{
    Answer, AvailabilityItem, Backorder, Call, Error, Json, LedgerQuery, Order, OrderLine, OrderUnits, PageQuery, Policy, PolicyItem, Product,
    QueueQuery, Reassignment, Receipt, StockCount, StockQuery, ThresholdItem, ThresholdMode, Transfer, Variant, Warehouse,
};

fn flag(value: &Json) -> bool {
    *value == Json::Bool(true)
}

fn some_text(value: &Json) -> Option<&str> {
    (*value != Json::Null).then(|| value.text())
}

fn some_integer(value: &Json) -> Option<i64> {
    (*value != Json::Null).then(|| value.integer())
}

fn texts(value: &Json) -> Vec<&str> {
    value.list().iter().map(Json::text).collect()
}

fn each<'a, Item>(value: &'a Json, item: impl Fn(&'a Json) -> Item) -> Vec<Item> {
    value.list().iter().map(item).collect()
}

fn policy(item: &Json) -> PolicyItem<'_> {
    let policy = match item.get("policy").text() {
        "allow" => Policy::Allow,
        "deny" => Policy::Deny,
        _ => Policy::Inherit,
    };
    PolicyItem { policy, product: item.get("product").text(), variant: item.get("variant").text() }
}

fn threshold(item: &Json) -> ThresholdItem<'_> {
    let mode = match item.get("mode").text() {
        "unlimited" => ThresholdMode::Unlimited,
        "inherit" => ThresholdMode::Inherit,
        _ => ThresholdMode::Limit,
    };
    let [product, variant, warehouse] = ["product", "variant", "warehouse"].map(|name| item.get(name).text());
    ThresholdItem { mode, product, variant, warehouse, threshold: item.get("threshold").integer() }
}

fn line(item: &Json) -> OrderLine<'_> {
    let [line, variant, warehouse] = ["line", "variant", "warehouse"].map(|name| item.get(name).text());
    OrderLine { line, variant, warehouse, quantity: item.get("quantity").integer(), decline_backorder: flag(item.get("decline_backorder")) }
}

fn units(item: &Json) -> OrderUnits<'_> {
    OrderUnits { line: item.get("line").text(), warehouse: item.get("warehouse").text(), quantity: item.get("quantity").integer() }
}

/// An order's lines and warehouses, which it borrows.
struct Parts<'a>(&'a Json, Vec<OrderLine<'a>>, Vec<&'a str>);

impl<'a> Parts<'a> {
    fn of(order: &'a Json) -> Parts<'a> {
        Parts(order, each(order.get("lines"), line), texts(order.get("warehouses")))
    }

    fn order(&self) -> Order<'_> {
        let Parts(order, lines, warehouses) = self;
        Order { order: order.get("order").text(), priority: order.get("priority").integer(), lines, warehouses }
    }
}

fn warehouse(item: &Json) -> Warehouse<'_> {
    let active = (*item.get("active") != Json::Null).then(|| flag(item.get("active")));
    Warehouse { warehouse: item.get("warehouse").text(), owner: item.get("owner").text(), priority: item.get("priority").integer(), active }
}

fn transfer(item: &Json) -> Transfer<'_> {
    let [variant, from, to] = ["variant", "from", "to"].map(|name| item.get(name).text());
    Transfer { variant, from, to, quantity: item.get("quantity").integer() }
}

fn queue(request: &Json) -> QueueQuery<'_> {
    let [variant, warehouse, seller, order] = ["variant", "warehouse", "seller", "order"].map(|name| some_text(request.get(name)));
    let [limit, skip] = ["limit", "skip"].map(|name| some_integer(request.get(name)));
    QueueQuery { variant, warehouse, seller, order, limit, skip, after: some_text(request.get("after")) }
}

fn page(request: &Json) -> PageQuery<'_> {
    let [seller, after] = ["seller", "after"].map(|name| some_text(request.get(name)));
    PageQuery { seller, after, limit: some_integer(request.get("limit")) }
}

fn ledger(request: &Json) -> LedgerQuery<'_> {
    let [variant, warehouse, order] = ["variant", "warehouse", "order"].map(|name| some_text(request.get(name)));
    let [after, limit] = ["after", "limit"].map(|name| some_integer(request.get(name)));
    LedgerQuery { variant, warehouse, order, after, limit }
}

pub fn ask(shop: &Backorder, call: &Call, operation: &str, request: &Json) -> Result<Answer, Error> {
    let (items, dry_run) = (request.get("items"), flag(request.get("dry_run")));
    let text = |name| request.get(name).text();
    match operation {
        "settings_get" => shop.settings_get(call),
        "settings_set" => shop.settings_set(call, flag(request.get("backorders_enabled")), dry_run),
        "policy_set" => shop.policy_set(call, &each(items, policy), dry_run),
        "threshold_set" => shop.threshold_set(call, &each(items, threshold), dry_run),
        "warehouse_upsert" => shop.warehouse_upsert(call, &each(items, warehouse), dry_run),
        "catalog_upsert" => {
            let products = each(request.get("products"), |item| Product { product: item.get("product").text(), seller: item.get("seller").text() });
            let variants = each(request.get("variants"), |item| Variant { variant: item.get("variant").text(), product: item.get("product").text() });
            shop.catalog_upsert(call, &products, &variants)
        }
        "stock" => {
            let [variants, products] = ["variants", "products"].map(|name| texts(request.get(name)));
            shop.stock(call, &StockQuery { variants: &variants, products: &products, warehouse: text("warehouse") })
        }
        "availability" => {
            let item = |item| AvailabilityItem { variant: Json::get(item, "variant").text(), quantity: item.get("quantity").integer() };
            shop.availability(call, &each(items, item))
        }
        "queue" => shop.queue(call, &queue(request)),
        "warehouses" => shop.warehouses(call, &page(request)),
        "products" => shop.products(call, &page(request)),
        "variants" => shop.variants(call, &page(request)),
        "open_orders" => shop.open_orders(call, &page(request)),
        "receive" => {
            let receipt = |item| {
                let [variant, warehouse] = ["variant", "warehouse"].map(|name| Json::get(item, name).text());
                Receipt { variant, warehouse, quantity: item.get("quantity").integer() }
            };
            shop.receive(call, &each(items, receipt))
        }
        "count" => {
            let count = |item| {
                let [variant, warehouse] = ["variant", "warehouse"].map(|name| Json::get(item, name).text());
                StockCount { variant, warehouse, on_hand: item.get("on_hand").integer() }
            };
            shop.count(call, &each(items, count))
        }
        "transfer" => shop.transfer(call, &each(items, transfer)),
        "place" => shop.place(call, &Parts::of(request).order()),
        "place_batch" => {
            let parts = each(request.get("orders"), Parts::of);
            shop.place_batch(call, &parts.iter().map(Parts::order).collect::<Vec<_>>())
        }
        "cancel" => shop.cancel(call, text("order"), &each(request.get("lines"), units)),
        "order" => shop.order(call, text("order")),
        "shippable" => shop.shippable(call, text("order")),
        "fulfill" => shop.fulfill(call, text("order"), &each(request.get("entries"), units), flag(request.get("strict"))),
        "cancel_fulfillment" => shop.cancel_fulfillment(call, text("order"), request.get("fulfillment").integer(), text("units")),
        "reassign" => {
            let [order, line, from, to] = ["order", "line", "from", "to"].map(text);
            shop.reassign(call, &Reassignment { order, line, from, to, quantity: request.get("quantity").integer() })
        }
        "events" => shop.events(call, text("consumer"), text("acknowledge"), request.get("limit").integer()),
        "events_acknowledge" => shop.events_acknowledge(call, text("consumer"), text("cursor")),
        "ledger" => shop.ledger(call, &ledger(request)),
        "verify" => shop.verify(call),
        _ => panic!("no operation {operation}"),
    }
}
