#include "support/door.hpp"

#include "support/database.hpp"

#include <map>
#include <vector>

namespace backorder::test {

namespace {

struct Text {
    const char* bytes = nullptr;
    std::size_t length = 0;
};

Text text(const json::object& from, std::string_view name) {
    const json::value* found = from.if_contains(name);
    return found == nullptr ? Text{} : Text{found->as_string().data(), found->as_string().size()};
}

std::int64_t integer(const json::object& from, std::string_view name) {
    const json::value* found = from.if_contains(name);
    return found == nullptr ? 0 : found->as_int64();
}

std::uint32_t flag(const json::object& from, std::string_view name, std::uint32_t bit) {
    const json::value* found = from.if_contains(name);
    return found != nullptr && found->as_bool() ? bit : 0;
}

const json::array& list(const json::object& from, std::string_view name) {
    static const json::array none;
    const json::value* found = from.if_contains(name);
    return found == nullptr ? none : found->as_array();
}

/// One struct for each object of a list.
template <class Item, class Fill>
std::vector<Item> items(const json::object& request, std::string_view name, const Fill& fill) {
    std::vector<Item> made;
    for (const json::value& value : list(request, name)) {
        Item item{};
        item.struct_size = sizeof(Item);
        fill(item, value.as_object());
        made.push_back(item);
    }
    return made;
}

struct Texts {
    explicit Texts(const json::array& from) {
        for (const json::value& value : from) {
            bytes.push_back(value.as_string().data());
            lengths.push_back(value.as_string().size());
        }
    }
    std::vector<const char*> bytes;
    std::vector<std::size_t> lengths;
};

void put(const char*& bytes, std::size_t& length, Text text) {
    bytes = text.bytes;
    length = text.length;
}

std::uint32_t policy_word(std::string_view word) {
    return word == "allow" ? BO_POLICY_ALLOW : word == "deny" ? BO_POLICY_DENY : BO_POLICY_INHERIT;
}

std::uint32_t mode_word(const json::object& item) {
    const Text mode = text(item, "mode");
    const std::string_view word(mode.length == 0 ? "limit" : mode.bytes, mode.length == 0 ? 5 : mode.length);
    return word == "unlimited" ? BO_THRESHOLD_UNLIMITED : word == "inherit" ? BO_THRESHOLD_INHERIT : BO_THRESHOLD_LIMIT;
}

struct Asked {
    const bo_call& call;
    const json::object& request;
    bo_result** result;
    bo_error** error;
};

bo_status settings_get(const Asked& asked) {
    return bo_settings_get(library(), &asked.call, asked.result, asked.error);
}

bo_status settings_set(const Asked& asked) {
    const bo_settings settings{sizeof(bo_settings), flag(asked.request, "dry_run", BO_DRY_RUN),
                               flag(asked.request, "backorders_enabled", 1), 0};
    return bo_settings_set(library(), &asked.call, &settings, asked.result, asked.error);
}

bo_status policy_set(const Asked& asked) {
    const auto made = items<bo_policy>(asked.request, "items", [](bo_policy& item, const json::object& from) {
        item.policy = policy_word(from.at("policy").as_string());
        put(item.product, item.product_length, text(from, "product"));
        put(item.variant, item.variant_length, text(from, "variant"));
    });
    return bo_policy_set(library(), &asked.call, made.data(), made.size(), flag(asked.request, "dry_run", BO_DRY_RUN),
                         asked.result, asked.error);
}

bo_status threshold_set(const Asked& asked) {
    const auto made = items<bo_threshold>(asked.request, "items", [](bo_threshold& item, const json::object& from) {
        item.mode = mode_word(from);
        put(item.product, item.product_length, text(from, "product"));
        put(item.variant, item.variant_length, text(from, "variant"));
        put(item.warehouse, item.warehouse_length, text(from, "warehouse"));
        item.threshold = integer(from, "threshold");
    });
    return bo_threshold_set(library(), &asked.call, made.data(), made.size(),
                            flag(asked.request, "dry_run", BO_DRY_RUN), asked.result, asked.error);
}

bo_status stock(const Asked& asked) {
    const Texts variants(list(asked.request, "variants"));
    const Texts products(list(asked.request, "products"));
    const Text warehouse = text(asked.request, "warehouse");
    const bo_stock_query query{sizeof(bo_stock_query),  0,
                               variants.bytes.data(),   variants.lengths.data(),
                               variants.bytes.size(),   products.bytes.data(),
                               products.lengths.data(), products.bytes.size(),
                               warehouse.bytes,         warehouse.length};
    return bo_stock(library(), &asked.call, &query, asked.result, asked.error);
}

bo_status availability(const Asked& asked) {
    const auto made =
        items<bo_availability_item>(asked.request, "items", [](bo_availability_item& item, const json::object& from) {
            put(item.variant, item.variant_length, text(from, "variant"));
            item.quantity = integer(from, "quantity");
        });
    return bo_availability(library(), &asked.call, made.data(), made.size(), asked.result, asked.error);
}

bo_status receive(const Asked& asked) {
    const auto made = items<bo_receipt>(asked.request, "items", [](bo_receipt& item, const json::object& from) {
        put(item.variant, item.variant_length, text(from, "variant"));
        put(item.warehouse, item.warehouse_length, text(from, "warehouse"));
        item.quantity = integer(from, "quantity");
    });
    return bo_receive(library(), &asked.call, made.data(), made.size(), asked.result, asked.error);
}

/// An order and what it points to.
struct WholeOrder {
    explicit WholeOrder(const json::object& from)
        : lines(items<bo_order_line>(from, "lines",
                                     [](bo_order_line& item, const json::object& line) {
                                         item.flags = flag(line, "decline_backorder", BO_DECLINE_BACKORDER);
                                         put(item.line, item.line_length, text(line, "line"));
                                         put(item.variant, item.variant_length, text(line, "variant"));
                                         put(item.warehouse, item.warehouse_length, text(line, "warehouse"));
                                         item.quantity = integer(line, "quantity");
                                     })),
          warehouses(list(from, "warehouses")), id(text(from, "order")), priority(integer(from, "priority")) {}

    bo_order given() const {
        return {sizeof(bo_order),
                0,
                id.bytes,
                id.length,
                priority,
                lines.data(),
                lines.size(),
                warehouses.bytes.data(),
                warehouses.lengths.data(),
                warehouses.bytes.size()};
    }

    std::vector<bo_order_line> lines;
    Texts warehouses;
    Text id;
    std::int64_t priority;
};

bo_status place(const Asked& asked) {
    const WholeOrder whole(asked.request);
    const bo_order order = whole.given();
    return bo_place(library(), &asked.call, &order, asked.result, asked.error);
}

bo_status place_batch(const Asked& asked) {
    std::vector<WholeOrder> whole;
    std::vector<bo_order> orders;
    for (const json::value& order : list(asked.request, "orders")) whole.emplace_back(order.as_object());
    for (const WholeOrder& order : whole) orders.push_back(order.given());
    return bo_place_batch(library(), &asked.call, orders.data(), orders.size(), asked.result, asked.error);
}

std::vector<bo_order_units> units(const json::object& request, std::string_view name) {
    return items<bo_order_units>(
        request, name,
        [](bo_order_units& item, const json::object& from) {
            put(item.line, item.line_length, text(from, "line"));
            put(item.warehouse, item.warehouse_length, text(from, "warehouse"));
            item.quantity = integer(from, "quantity");
        });
}

bo_status cancel(const Asked& asked) {
    const auto lines = units(asked.request, "lines");
    const Text order = text(asked.request, "order");
    return bo_cancel(library(), &asked.call, order.bytes, order.length, lines.data(), lines.size(), asked.result,
                     asked.error);
}

bo_status shippable(const Asked& asked) {
    const Text order = text(asked.request, "order");
    return bo_shippable(library(), &asked.call, order.bytes, order.length, asked.result, asked.error);
}

bo_status fulfill(const Asked& asked) {
    const auto entries = units(asked.request, "entries");
    const Text order = text(asked.request, "order");
    return bo_fulfill(library(), &asked.call, order.bytes, order.length, entries.data(), entries.size(),
                      flag(asked.request, "strict", BO_STRICT), asked.result, asked.error);
}

bo_status events(const Asked& asked) {
    const Text consumer = text(asked.request, "consumer");
    const Text acknowledge = text(asked.request, "acknowledge");
    return bo_events(library(), &asked.call, consumer.bytes, consumer.length, acknowledge.bytes, acknowledge.length,
                     integer(asked.request, "limit"), asked.result, asked.error);
}

bo_status events_acknowledge(const Asked& asked) {
    const Text consumer = text(asked.request, "consumer");
    const Text cursor = text(asked.request, "cursor");
    return bo_events_acknowledge(library(), &asked.call, consumer.bytes, consumer.length, cursor.bytes, cursor.length,
                                 asked.result, asked.error);
}

using Function = bo_status (*)(const Asked&);
const std::map<std::string_view, Function>& typed_functions() {
    static const std::map<std::string_view, Function> functions{{"settings_get", settings_get},
                                                                {"settings_set", settings_set},
                                                                {"policy_set", policy_set},
                                                                {"threshold_set", threshold_set},
                                                                {"stock", stock},
                                                                {"availability", availability},
                                                                {"receive", receive},
                                                                {"place", place},
                                                                {"place_batch", place_batch},
                                                                {"cancel", cancel},
                                                                {"shippable", shippable},
                                                                {"fulfill", fulfill},
                                                                {"events", events},
                                                                {"events_acknowledge", events_acknowledge}};
    return functions;
}

}  // namespace

bo_call call_of(const Actor& actor, std::string_view marketplace, std::string_view key) {
    bo_call call{};
    call.struct_size = sizeof(bo_call);
    call.role = actor.role;
    call.permissions = actor.permissions;
    put(call.marketplace, call.marketplace_length, {marketplace.data(), marketplace.size()});
    put(call.seller, call.seller_length, {actor.seller.data(), actor.seller.size()});
    put(call.user, call.user_length, {actor.user.data(), actor.user.size()});
    put(call.traceparent, call.traceparent_length, {actor.traceparent.data(), actor.traceparent.size()});
    put(call.idempotency_key, call.idempotency_key_length, {key.data(), key.size()});
    return call;
}

bo_status call_by_json(const bo_call& call, std::string_view operation, const json::object& request, bo_result** result,
                       bo_error** error) {
    const std::string body = json::serialize(request);
    return bo_call_json(library(), &call, operation.data(), operation.size(), body.data(), body.size(), result, error);
}

bo_status call_by_type(const bo_call& call, std::string_view operation, const json::object& request, bo_result** result,
                       bo_error** error) {
    const auto typed = typed_functions().find(operation);
    if (typed == typed_functions().end()) return call_by_json(call, operation, request, result, error);
    return typed->second({call, request, result, error});
}

}  // namespace backorder::test
