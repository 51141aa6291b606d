use crate::abi::{bo_settings, DRY_RUN, STRICT};
use crate::handle::Question;
use crate::json::object;
use crate::pack::{all, Kept, Packed};
use crate::{Answer, AvailabilityItem, Backorder, Call, Error, Json, Order, OrderUnits, PolicyItem, Receipt, StockQuery, ThresholdItem};

/// A warehouse to register.
#[derive(Clone, Copy, Debug, Default)]
pub struct Warehouse<'a> {
    pub warehouse: &'a str,
    /// Empty: the operator's.
    pub owner: &'a str,
    pub priority: i64,
    pub active: Option<bool>,
}

/// A product of a seller, to register.
#[derive(Clone, Copy, Debug, Default)]
pub struct Product<'a> {
    pub product: &'a str,
    pub seller: &'a str,
}

/// A variant of a product, to register.
#[derive(Clone, Copy, Debug, Default)]
pub struct Variant<'a> {
    pub variant: &'a str,
    pub product: &'a str,
}

/// Who waits: narrowed by what is told.
#[derive(Clone, Copy, Debug, Default)]
pub struct QueueQuery<'a> {
    pub variant: Option<&'a str>,
    pub warehouse: Option<&'a str>,
    pub seller: Option<&'a str>,
    pub order: Option<&'a str>,
    pub limit: Option<i64>,
    pub skip: Option<i64>,
    /// The cursor of the page before.
    pub after: Option<&'a str>,
}

/// A page of a list. The seller is for what is a seller's: products, variants, open orders.
#[derive(Clone, Copy, Debug, Default)]
pub struct PageQuery<'a> {
    pub seller: Option<&'a str>,
    /// The cursor of the page before.
    pub after: Option<&'a str>,
    pub limit: Option<i64>,
}

/// What lies on the shelf.
#[derive(Clone, Copy, Debug, Default)]
pub struct StockCount<'a> {
    pub variant: &'a str,
    pub warehouse: &'a str,
    pub on_hand: i64,
}

/// Units that move between warehouses.
#[derive(Clone, Copy, Debug, Default)]
pub struct Transfer<'a> {
    pub variant: &'a str,
    pub from: &'a str,
    pub to: &'a str,
    pub quantity: i64,
}

/// Waiting units that shall wait, or be taken, elsewhere.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reassignment<'a> {
    pub order: &'a str,
    pub line: &'a str,
    pub from: &'a str,
    pub to: &'a str,
    pub quantity: i64,
}

/// Rows of the ledger: narrowed by what is told.
#[derive(Clone, Copy, Debug, Default)]
pub struct LedgerQuery<'a> {
    pub variant: Option<&'a str>,
    pub warehouse: Option<&'a str>,
    pub order: Option<&'a str>,
    pub after: Option<i64>,
    pub limit: Option<i64>,
}

fn some<'a, Value: Into<Json>>(name: &'a str, value: Value) -> (&'a str, Option<Json>) {
    (name, Some(value.into()))
}

fn any<'a, Value: Into<Json>>(name: &'a str, value: Option<Value>) -> (&'a str, Option<Json>) {
    (name, value.map(Into::into))
}

fn list<Item>(items: &[Item], json: impl Fn(&Item) -> Vec<(&str, Option<Json>)>) -> Json {
    items.iter().map(|item| object(json(item))).collect::<Vec<_>>().into()
}

fn dry(run: bool) -> u32 {
    if run { DRY_RUN } else { 0 }
}

/// Asks a function of the library with the question's own parameters around those given.
///
/// SAFETY (of every use): what the parameters point to outlives the call.
macro_rules! ask {
    ($question:expr, $function:ident $(, $parameter:expr)*) => {
        unsafe { ($question.library.functions.$function)($question.handle, $question.call, $($parameter,)* $question.result, $question.error) }
    };
}

/// Every operation. A mutation's call needs an idempotency key, except place and dry runs.
impl Backorder {
    /// Any operation by its name; request is a JSON object of the members that README.md, "Operations", lists.
    pub fn json(&self, call: &Call, operation: &str, request: &str) -> Result<Answer, Error> {
        let (name, text) = (operation.as_ptr().cast(), request.as_ptr().cast());
        self.run(call, |question| ask!(question, call_json, name, operation.len(), text, request.len()))
    }

    fn by_name(&self, call: &Call, operation: &str, request: Vec<(&str, Option<Json>)>) -> Result<Answer, Error> {
        self.json(call, operation, &object(request).to_string())
    }

    /// Asks with an array of packed requests.
    fn items<Request: Packed>(&self, call: &Call, items: &[Request],
        ask: impl FnOnce(&Question, *const Request::Raw, usize) -> i32) -> Result<Answer, Error> {
        let mut kept = Kept::default();
        let packed = all(items, &mut kept);
        self.run(call, |question| ask(question, packed.as_ptr(), packed.len()))
    }

    /// Answers table settings.
    pub fn settings_get(&self, call: &Call) -> Result<Answer, Error> {
        self.run(call, |question| ask!(question, settings_get))
    }

    /// Turns backorders on or off; table settings tells how many units stand over the limit.
    pub fn settings_set(&self, call: &Call, backorders_enabled: bool, dry_run: bool) -> Result<Answer, Error> {
        let struct_size = std::mem::size_of::<bo_settings>() as u32;
        let settings = bo_settings { struct_size, flags: dry(dry_run), backorders_enabled: backorders_enabled.into(), reserved: 0 };
        self.run(call, |question| ask!(question, settings_set, &settings))
    }

    /// Answers table policies.
    pub fn policy_set(&self, call: &Call, items: &[PolicyItem], dry_run: bool) -> Result<Answer, Error> {
        self.items(call, items, |question, first, count| ask!(question, policy_set, first, count, dry(dry_run)))
    }

    /// Answers table thresholds.
    pub fn threshold_set(&self, call: &Call, items: &[ThresholdItem], dry_run: bool) -> Result<Answer, Error> {
        self.items(call, items, |question, first, count| ask!(question, threshold_set, first, count, dry(dry_run)))
    }

    /// Answers table warehouses.
    pub fn warehouse_upsert(&self, call: &Call, items: &[Warehouse], dry_run: bool) -> Result<Answer, Error> {
        let items = list(items, |item| {
            let owner = (!item.owner.is_empty()).then_some(item.owner);
            vec![some("warehouse", item.warehouse), any("owner", owner), some("priority", item.priority), any("active", item.active)]
        });
        self.by_name(call, "warehouse_upsert", vec![some("items", items), any("dry_run", dry_run.then_some(true))])
    }

    /// Answers tables products, variants.
    pub fn catalog_upsert(&self, call: &Call, products: &[Product], variants: &[Variant]) -> Result<Answer, Error> {
        let told = |json: Json| (!json.list().is_empty()).then_some(json);
        let products = list(products, |item| vec![some("product", item.product), some("seller", item.seller)]);
        let variants = list(variants, |item| vec![some("variant", item.variant), some("product", item.product)]);
        self.by_name(call, "catalog_upsert", vec![("products", told(products)), ("variants", told(variants))])
    }

    /// Answers tables stock, variant_totals, product_totals.
    pub fn stock(&self, call: &Call, query: &StockQuery) -> Result<Answer, Error> {
        self.items(call, &[*query], |question, first, _| ask!(question, stock, first))
    }

    /// Answers table availability.
    pub fn availability(&self, call: &Call, items: &[AvailabilityItem]) -> Result<Answer, Error> {
        self.items(call, items, |question, first, count| ask!(question, availability, first, count))
    }

    /// Who waits, in their places. Answers tables queue, cursor.
    pub fn queue(&self, call: &Call, query: &QueueQuery) -> Result<Answer, Error> {
        let QueueQuery { variant, warehouse, seller, order, limit, skip, after } = *query;
        let texts = vec![any("variant", variant), any("warehouse", warehouse), any("seller", seller), any("order", order)];
        self.by_name(call, "queue", [texts, vec![any("limit", limit), any("skip", skip), any("after", after)]].concat())
    }

    /// Goods in; the queue is served. Answers tables moves, covered.
    pub fn receive(&self, call: &Call, items: &[Receipt]) -> Result<Answer, Error> {
        self.items(call, items, |question, first, count| ask!(question, receive, first, count))
    }

    /// Answers tables moves, covered, fallen_back.
    pub fn count(&self, call: &Call, items: &[StockCount]) -> Result<Answer, Error> {
        let items = list(items, |item| {
            vec![some("variant", item.variant), some("warehouse", item.warehouse), some("on_hand", item.on_hand)]
        });
        self.by_name(call, "count", vec![some("items", items)])
    }

    /// Answers tables moves, covered.
    pub fn transfer(&self, call: &Call, items: &[Transfer]) -> Result<Answer, Error> {
        let items = list(items, |item| {
            vec![some("variant", item.variant), some("from", item.from), some("to", item.to), some("quantity", item.quantity)]
        });
        self.by_name(call, "transfer", vec![some("items", items)])
    }

    /// All of the order or nothing; its id is its key. Answers tables order, lines, parts.
    pub fn place(&self, call: &Call, order: &Order) -> Result<Answer, Error> {
        self.items(call, &[*order], |question, first, _| ask!(question, place, first))
    }

    /// Each order is placed or refused for itself. Answers tables placed, placed_parts.
    pub fn place_batch(&self, call: &Call, orders: &[Order]) -> Result<Answer, Error> {
        self.items(call, orders, |question, first, count| ask!(question, place_batch, first, count))
    }

    /// No lines: all that is still open. Answers tables order, lines, parts, covered.
    pub fn cancel(&self, call: &Call, order: &str, lines: &[OrderUnits]) -> Result<Answer, Error> {
        self.items(call, lines, |question, first, count| ask!(question, cancel, order.as_ptr().cast(), order.len(), first, count))
    }

    /// Answers tables order, lines, parts, fulfillments.
    pub fn order(&self, call: &Call, order: &str) -> Result<Answer, Error> {
        self.by_name(call, "order", vec![some("order", order)])
    }

    /// What could ship now, where, and why the rest cannot. Answers tables order, shippable.
    pub fn shippable(&self, call: &Call, order: &str) -> Result<Answer, Error> {
        self.run(call, |question| ask!(question, shippable, order.as_ptr().cast(), order.len()))
    }

    /// strict refuses what still waits there. Answers tables fulfillments, order, lines, parts.
    pub fn fulfill(&self, call: &Call, order: &str, entries: &[OrderUnits], strict: bool) -> Result<Answer, Error> {
        let flags = if strict { STRICT } else { 0 };
        self.items(call, entries, |question, first, count| ask!(question, fulfill, order.as_ptr().cast(), order.len(), first, count, flags))
    }

    /// units: to_line, to_stock or written_off. Answers tables fulfillments, order, lines, parts.
    pub fn cancel_fulfillment(&self, call: &Call, order: &str, fulfillment: i64, units: &str) -> Result<Answer, Error> {
        self.by_name(call, "cancel_fulfillment", vec![some("order", order), some("fulfillment", fulfillment), some("units", units)])
    }

    /// Answers tables order, lines, parts.
    pub fn reassign(&self, call: &Call, reassignment: &Reassignment) -> Result<Answer, Error> {
        let Reassignment { order, line, from, to, quantity } = *reassignment;
        let units = vec![some("from", from), some("to", to), some("quantity", quantity)];
        self.by_name(call, "reassign", [vec![some("order", order), some("line", line)], units].concat())
    }

    /// The next events; acknowledge: the cursor of the page before, or empty. Answers tables events, cursor, held.
    pub fn events(&self, call: &Call, consumer: &str, acknowledge: &str, limit: i64) -> Result<Answer, Error> {
        let (name, cursor) = (consumer.as_ptr().cast(), acknowledge.as_ptr().cast());
        self.run(call, |question| ask!(question, events, name, consumer.len(), cursor, acknowledge.len(), limit))
    }

    /// Answers table cursor.
    pub fn events_acknowledge(&self, call: &Call, consumer: &str, cursor: &str) -> Result<Answer, Error> {
        let (name, to) = (consumer.as_ptr().cast(), cursor.as_ptr().cast());
        self.run(call, |question| ask!(question, events_acknowledge, name, consumer.len(), to, cursor.len()))
    }

    /// Answers table ledger.
    pub fn ledger(&self, call: &Call, query: &LedgerQuery) -> Result<Answer, Error> {
        let LedgerQuery { variant, warehouse, order, after, limit } = *query;
        let texts = vec![any("variant", variant), any("warehouse", warehouse), any("order", order)];
        self.by_name(call, "ledger", [texts, vec![any("after", after), any("limit", limit)]].concat())
    }

    /// Proves the counters from the ledger. Answers tables verify, differences.
    pub fn verify(&self, call: &Call) -> Result<Answer, Error> {
        self.by_name(call, "verify", Vec::new())
    }

    fn page(&self, call: &Call, operation: &str, query: &PageQuery) -> Result<Answer, Error> {
        let PageQuery { seller, after, limit } = *query;
        self.by_name(call, operation, vec![any("seller", seller), any("after", after), any("limit", limit)])
    }

    /// Answers tables warehouse_list, cursor.
    pub fn warehouses(&self, call: &Call, query: &PageQuery) -> Result<Answer, Error> {
        self.page(call, "warehouses", query)
    }

    /// Answers tables product_list, cursor.
    pub fn products(&self, call: &Call, query: &PageQuery) -> Result<Answer, Error> {
        self.page(call, "products", query)
    }

    /// Answers tables variant_list, cursor.
    pub fn variants(&self, call: &Call, query: &PageQuery) -> Result<Answer, Error> {
        self.page(call, "variants", query)
    }

    /// The oldest first. Answers tables open_orders, cursor.
    pub fn open_orders(&self, call: &Call, query: &PageQuery) -> Result<Answer, Error> {
        self.page(call, "open_orders", query)
    }
}
