//! The cases that take code, by the case's name.
use crate::Outcome;
use backorder::*;
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

pub struct World {
    pub handles: HashMap<String, Backorder>,
    pub urls: HashMap<String, String>,
    pub libraries: HashMap<String, String>,
}

const LINES: &[OrderLine] = &[OrderLine { line: "1", variant: "red", warehouse: "", quantity: 1, decline_backorder: false }];

pub fn run(name: &str, world: &World) -> Outcome {
    match name {
        "thirty_two_callers_at_once_sell_exactly_what_there_is" => thirty_two_callers(world),
        "a_call_that_waits_can_be_cancelled" => cancelled(world),
        "a_closed_handle_is_refused" => closed_handle(world),
        "a_result_tells_its_tables" => tables_told(world),
        "a_handle_nobody_holds_is_closed" => forgotten(world),
        "a_closed_result_is_refused" => closed_answer(world),
        "a_configuration_that_cannot_be_is_refused" => impossible_configuration(),
        "wrong_types_are_refused" => wrong_types(world),
        "a_missing_library_is_an_error" => missing_library(world),
        "a_library_too_old_is_an_error" => other_library(&world.libraries["too_old"], "1.0.0"),
        "a_library_too_new_is_an_error" => other_library(&world.libraries["too_new"], "2.0.0"),
        "json_is_read_and_written_exactly" => exact_json(),
        _ => Err("no such case".into()),
    }
}

fn order(order: &str) -> Order<'_> {
    Order { order, lines: LINES, ..Order::default() }
}

fn require(holds: bool, otherwise: &str) -> Outcome {
    if holds { Ok(()) } else { Err(otherwise.into()) }
}

fn refused<T>(asked: Result<T, Error>, status: Status) -> Outcome {
    match asked {
        Err(error) if error.status == status => Ok(()),
        Err(error) => Err(format!("not {status:?} but {error}").into()),
        Ok(_) => Err(format!("not refused with {status:?}").into()),
    }
}

/// A marketplace that can sell exactly on_hand + threshold units of red.
fn stock(world: &World, marketplace: &str, on_hand: i64, threshold: i64) -> Result<(), Error> {
    let (shop, host, operator) = (&world.handles["shop"], Call::host(marketplace), Call::operator(marketplace, Permission(15)));
    shop.warehouse_upsert(&host.with_key("w"), &[Warehouse { warehouse: "north", ..Warehouse::default() }], false)?;
    let (product, variant) = (Product { product: "shirt", seller: "acme" }, Variant { variant: "red", product: "shirt" });
    shop.catalog_upsert(&host.with_key("c"), &[product], &[variant])?;
    shop.settings_set(&operator.with_key("s"), true, false)?;
    shop.policy_set(&operator.with_key("p"), &[PolicyItem { variant: "red", policy: Policy::Allow, product: "" }], false)?;
    let limit = ThresholdItem { variant: "red", warehouse: "north", threshold, ..ThresholdItem::default() };
    shop.threshold_set(&operator.with_key("t"), &[limit], false)?;
    shop.receive(&operator.with_key("r"), &[Receipt { variant: "red", warehouse: "north", quantity: on_hand }])?;
    Ok(())
}

fn thirty_two_callers(world: &World) -> Outcome {
    stock(world, "thirty-two", 40, 23)?;
    let (shop, host) = (&world.handles["shop"], Call::host("thirty-two"));
    let (sold, odd) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let buy = |id: String| match shop.place(&host, &order(&id)) {
        Ok(_) => sold.fetch_add(1, Ordering::Relaxed),
        Err(error) if error.status == Status::SHORTAGE => 0,
        Err(_) => odd.fetch_add(1, Ordering::Relaxed),
    };
    let buy = &buy;
    thread::scope(|scope| {
        for buyer in 0..32 {
            scope.spawn(move || (0..4).for_each(|number| { buy(format!("order-{buyer}-{number}")); }));
        }
    });
    let differences = shop.verify(&host)?.integers(tables::verify::DIFFERENCES).to_vec();
    let (sold, odd) = (sold.into_inner(), odd.into_inner());
    require(sold == 63 && odd == 0 && differences == [0], &format!("sold {sold}, {odd} odd answers, differences {differences:?}"))
}

fn cancelled(world: &World) -> Outcome {
    let (token, begun) = (Token::new()?, Instant::now());
    let call = Call::host("code");
    let call = call.with_timeout(Duration::from_secs(20)).with_token(&token);
    let asked = thread::scope(|scope| {
        scope.spawn(|| {
            thread::sleep(Duration::from_millis(200));
            token.cancel();
        });
        world.handles["silent"].verify(&call)
    });
    require(begun.elapsed() < Duration::from_secs(10), "it took its time")?;
    refused(asked, Status::CANCELLED)
}

fn closed_handle(world: &World) -> Outcome {
    let (handle, host) = (Backorder::open(&Config::new(&world.urls["empty"]))?, Call::host("code"));
    handle.close()?;
    refused(handle.close(), Status::CLOSED)?;
    refused(handle.verify(&host), Status::CLOSED)?;
    refused(handle.place(&host, &order("o")), Status::CLOSED)?;
    refused(handle.logs(), Status::CLOSED)?;
    refused(handle.poll_fd(Poll::LOGS), Status::CLOSED)
}

/// To read from a dropped answer does not compile: see the crate's documentation. What was copied stays good.
fn tables_told(world: &World) -> Outcome {
    stock(world, "tables", 1, 1)?;
    let lines = [OrderLine { quantity: 2, ..LINES[0] }];
    let placed = world.handles["shop"].place(&Call::host("tables"), &Order { order: "o", lines: &lines, ..Order::default() })?;
    let held: Vec<String> = placed.tables().iter().map(Table::to_string).collect();
    require(held == ["order", "lines", "parts"], &format!("{held:?}"))?;
    require(format!("{placed:?}") == "Answer(OK: order 1, lines 1, parts 1)", &format!("{placed:?}"))
}

fn descriptors() -> usize {
    std::fs::read_dir("/proc/self/fd").map_or(0, Iterator::count)
}

fn forgotten(world: &World) -> Outcome {
    let before = descriptors();
    let handle = Backorder::open(&Config::new(&world.urls["shop"]))?;
    handle.settings_get(&Call::host("code"))?;
    require(descriptors() > before, "an open handle has descriptors")?;
    drop(handle);
    require(descriptors() <= before, &format!("{} descriptors, {before} before", descriptors()))
}

fn closed_answer(world: &World) -> Outcome {
    let answer = world.handles["shop"].settings_get(&Call::host("code"))?;
    let flags = answer.flags(tables::settings::BACKORDERS_ENABLED);
    drop(answer);
    require(flags == [false], "the copy is gone")
}

fn impossible_configuration() -> Outcome {
    refused(Backorder::open(&Config::new("postgresql:///x").set("pool_size", 0)), Status::CONFIG)?;
    refused(Backorder::open(&Config::new("postgresql:///x").set("pool_size", "many")), Status::JSON)?;
    refused(Backorder::open(&Config::new("postgresql:///x").set("colour", "red")), Status::UNKNOWN_MEMBER)
}

/// The compiler refuses most; these are what it cannot see.
fn wrong_types(world: &World) -> Outcome {
    let (shop, host) = (&world.handles["shop"], Call::host("code"));
    refused(shop.place(&host, &order("a\0b")), Status::TEXT)?;
    refused(shop.place(&host, &order("")), Status::TEXT)?;
    refused(shop.order(&host, "a\0b"), Status::TEXT)?;
    refused(shop.verify(&Call { role: Role(9), ..host }), Status::ARGUMENT)?;
    refused(shop.json(&host, "verify", "{"), Status::JSON)?;
    refused(shop.json(&host, "verify", r#"{"colour": "red"}"#), Status::UNKNOWN_MEMBER)?;
    refused(shop.json(&host, "paint", "{}"), Status::UNKNOWN_OPERATION)?;
    require(Table::named("shirts").is_none(), "there are no shirts")?;
    let answer = shop.settings_get(&host)?;
    require(answer.integers(tables::verify::DIFFERENCES).is_empty() && answer.texts(tables::order::STATE).is_empty(), "another's columns")
}

fn missing_library(world: &World) -> Outcome {
    refused(Backorder::open(&Config::new("").library(&world.libraries["missing"])), Status::ABI_VERSION)?;
    refused(Backorder::open(&Config::new("").library("libc.so.6")), Status::ABI_VERSION)?;
    refused(Backorder::open(&Config::new("").library("a\0b")), Status::ABI_VERSION)
}

fn other_library(path: &str, version: &str) -> Outcome {
    match Backorder::open(&Config::new("").library(path)) {
        Err(error) if error.status == Status::ABI_VERSION => require(error.details[0].get("found").text() == version, &error.to_string()),
        Err(error) => Err(error.into()),
        Ok(_) => Err("it was taken".into()),
    }
}

fn exact_json() -> Outcome {
    let text = r#"{"a":[1,-9223372036854775808,9223372036854775807,true,null],"b":"\"\\\u0001😀","c":{}}"#;
    let value = Json::parse(text).ok_or("not read")?;
    require(value.to_string() == text, &value.to_string())?;
    let escaped = Json::parse(r#" "\ud83d\ude00\n\/" "#);
    require(escaped == Some(Json::from("😀\n/")), "escapes")?;
    let deep = "[".repeat(100_000);
    let wrong = ["", "{", "[1,]", "{\"a\"}", "\"\\ud83d\"", "\"\\q\"", "9223372036854775808", "1 2", "\"open", "-", &deep];
    require(wrong.iter().all(|text| Json::parse(text).is_none()), "taken for JSON")
}
