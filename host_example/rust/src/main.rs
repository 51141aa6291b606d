//! A shop in Rust: sells past zero as far as it may, restocks, ships, tells what happened. host DATABASE
use backorder::*;

fn buy(shop: &Backorder, host: &Call, order: &str, quantity: i64) -> Result<(), Error> {
    let lines = [OrderLine { line: "1", variant: "mug-blue", quantity, ..OrderLine::default() }];
    match shop.place(host, &Order { order, lines: &lines, ..Order::default() }) {
        Ok(placed) => {
            let (now, later) = (placed.integers(tables::lines::ALLOCATED)[0], placed.integers(tables::lines::WAITING)[0]);
            println!("{order}: {now} now, {later} on backorder");
        }
        Err(refused) if refused.kind() == Kind::Refused => {
            let [asked, available] = ["asked", "available"].map(|name| refused.details[0].get(name).integer());
            println!("{order}: {:?}: asked {asked}, available {available}", refused.status);
        }
        Err(error) => return Err(error),
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let marketplace = format!("rust-{}", std::time::UNIX_EPOCH.elapsed()?.as_nanos());
    let host = Call::host(&marketplace);
    let operator = Call::operator(&marketplace, Permission::MANAGE_MARKETPLACE);
    let seller = Call::seller(&marketplace, "acme", Permission::MANAGE_INVENTORY | Permission::MANAGE_FULFILLMENTS);
    let database = std::env::args().nth(1).ok_or("host DATABASE")?;
    let shop = Backorder::open(&Config::new(&database).set("migrate", true))?;
    shop.warehouse_upsert(&host.with_key("warehouses"), &[Warehouse { warehouse: "berlin", ..Warehouse::default() }], false)?;
    let (product, variant) = (Product { product: "mug", seller: "acme" }, Variant { variant: "mug-blue", product: "mug" });
    shop.catalog_upsert(&host.with_key("catalogue"), &[product], &[variant])?;
    shop.settings_set(&operator.with_key("on"), true, false)?;
    shop.policy_set(&seller.with_key("allow"), &[PolicyItem { product: "mug", policy: Policy::Allow, variant: "" }], false)?;
    let limit = ThresholdItem { variant: "mug-blue", warehouse: "berlin", threshold: 3, ..ThresholdItem::default() };
    shop.threshold_set(&seller.with_key("threshold"), &[limit], false)?;
    let mugs = |quantity| [Receipt { variant: "mug-blue", warehouse: "berlin", quantity }];
    shop.receive(&seller.with_key("delivery-1"), &mugs(2))?;
    for (order, quantity) in [("anna", 3), ("bruno", 2), ("carla", 1)] {
        buy(&shop, &host, order, quantity)?;
    }
    let stock = shop.stock(&seller, &StockQuery { variants: &["mug-blue"], ..StockQuery::default() })?;
    println!("on backorder: {:?} {:?}", stock.texts(tables::stock::WAREHOUSE), stock.integers(tables::stock::BACKORDERED));
    println!("covered: {:?}", shop.receive(&seller.with_key("delivery-2"), &mugs(1))?.texts(tables::covered::ORDER));
    let entries = [OrderUnits { line: "1", warehouse: "berlin", quantity: 3 }];
    let shipped = shop.fulfill(&seller.with_key("ship-anna"), "anna", &entries, false)?;
    println!("anna: {}", shipped.texts(tables::order::STATE)[0]);
    println!("events: {}", shop.events(&host, "mail", "", 100)?.texts(tables::events::TYPE).join(", "));
    assert_eq!(shop.verify(&host)?.integers(tables::verify::DIFFERENCES), [0]);
    Ok(())
}
