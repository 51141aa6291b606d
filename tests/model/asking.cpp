#include "model/asking.hpp"

#include <functional>
#include <map>

namespace backorder::test::model {

namespace {

const std::vector<const char*> variants{"cap", "cup", "mug", "tee", "cup", "mug",
                                        "cup", "mug", "cup", "mug", "tee", "late"};
const std::vector<const char*> products{"china", "hat", "shirt"};
const std::vector<const char*> warehouses{"barn",  "depot", "north", "south", "north",
                                          "south", "north", "south", "north"};
const std::vector<const char*> sellers{"acme", "globex"};

/// One request in the making.
class Asking {
public:
    Asking(Dice& dice, const Market& market) : dice_(dice), market_(market) {}

    json::object policies() {
        return tried({{"items", some([&] {
                           json::object item = product_or_variant();
                           item["policy"] = word({"allow", "allow", "deny", "inherit"});
                           return item;
                       })}});
    }

    json::object thresholds() {
        return tried({{"items", some([&] {
                           json::object item = product_or_variant();
                           item["warehouse"] = warehouse();
                           const std::string mode = word({"limit", "limit", "limit", "unlimited", "inherit"});
                           if (mode == "limit")
                               item["threshold"] = dice_.one_in(40) ? -1 : dice_.between(0, 9);
                           else
                               item["mode"] = mode;
                           return item;
                       })}});
    }

    json::object warehouse_items() {
        return tried({{"items", some([&] {
                           const std::string id = warehouse();
                           json::object item{{"warehouse", id}};
                           const std::string owner = id == "depot" ? "acme" : id == "barn" ? "globex" : "";
                           if (!owner.empty() || dice_.one_in(15))
                               item["owner"] = dice_.one_in(15) ? word(sellers) : owner;
                           if (dice_.one_in(2)) item["priority"] = dice_.between(-2, 4);
                           if (dice_.one_in(2)) item["active"] = !dice_.one_in(3);
                           return item;
                       })}});
    }

    json::object catalogue() {
        json::object asked;
        if (dice_.one_in(2))
            asked["products"] = some([&] { return json::object{{"product", product()}, {"seller", word(sellers)}}; });
        asked["variants"] = some([&] {
            return json::object{{"variant", variant()}, {"product", word({"china", "china", "shirt", "hat"})}};
        });
        return asked;
    }

    json::object goods(const char* counted, std::int64_t least, std::int64_t most) {
        return {
            {"items", some([&] {
                 return json::object{{"variant", variant()}, {"warehouse", warehouse()}, {counted, units(least, most)}};
             })}};
    }

    json::object transfer() {
        return {{"items", some([&] {
                     const std::string from = warehouse();
                     return json::object{{"variant", variant()},
                                         {"from", from},
                                         {"to", other_warehouse(from)},
                                         {"quantity", units(1, 3)}};
                 })}};
    }

    json::object place() {
        json::object asked{{"order", new_order()}, {"priority", dice_.one_in(3) ? dice_.between(-1, 2) : 0}};
        if (dice_.one_in(4)) asked["warehouses"] = json::array{warehouse(), warehouse()};
        json::array lines;
        for (std::int64_t number = 1, last = dice_.between(1, 3); number <= last; ++number)
            lines.push_back(order_line(number));
        asked["lines"] = std::move(lines);
        return asked;
    }

    json::object place_batch() {
        return {{"orders", some([&] { return place(); })}};
    }

    json::object cancel() {
        json::object asked{{"order", some_order()}};
        if (!dice_.one_in(3))
            asked["lines"] = some([&] { return json::object{{"line", line()}, {"quantity", units(1, 4)}}; });
        return asked;
    }

    json::object fulfill() {
        const std::string order = some_order();
        return {{"order", order}, {"strict", dice_.one_in(3)}, {"entries", some([&] { return shipment(order); })}};
    }

    json::object cancel_fulfillment() {
        std::vector<std::pair<std::string, std::size_t>> shipped;
        for (const auto& [id, order] : market_.orders)
            for (std::size_t i = 1; i <= order.fulfillments.size(); ++i)
                if (order.fulfillments[i - 1].state == "created" || dice_.one_in(6)) shipped.emplace_back(id, i);
        const auto [order, number] =
            shipped.empty() || dice_.one_in(12) ? std::pair(some_order(), std::size_t{2}) : dice_.one_of(shipped);
        return {{"order", order},
                {"fulfillment", static_cast<std::int64_t>(number)},
                {"units", word({"to_line", "to_stock", "written_off"})}};
    }

    json::object reassign() {
        struct Waiting {
            std::string order, line, warehouse;
            Units units = 0;
        };
        std::vector<Waiting> waiting;
        for (const auto& [id, order] : market_.orders)
            for (const Line& line : order.lines)
                for (const auto& [warehouse, part] : line.parts)
                    if (part.waiting > 0) waiting.push_back({id, line.id, warehouse, part.waiting});
        const Waiting from =
            waiting.empty() || dice_.one_in(10) ? Waiting{some_order(), line(), warehouse(), 1} : dice_.one_of(waiting);
        return {{"order", from.order},
                {"line", from.line},
                {"from", from.warehouse},
                {"to", other_warehouse(from.warehouse)},
                {"quantity", dice_.one_in(10) ? from.units + 1 : dice_.between(1, from.units)}};
    }

    json::object stock() {
        json::object asked{{"variants", json::array{variant()}}, {"products", json::array{product()}}};
        if (dice_.one_in(3)) asked["warehouse"] = warehouse();
        return asked;
    }

    json::object availability() {
        return {{"items", some([&] {
                     return json::object{{"variant", variant()}, {"quantity", dice_.between(0, 12)}};
                 })}};
    }

    json::object queue() {
        json::object asked{{"limit", dice_.one_in(2) ? dice_.between(1, 4) : 100}, {"skip", dice_.one_in(3) ? 1 : 0}};
        const auto by = dice_.between(0, 4);
        if (by == 1 || dice_.one_in(4)) asked["variant"] = variant();
        if (by == 2 || dice_.one_in(4)) asked["warehouse"] = warehouse();
        if (by == 3 || dice_.one_in(4)) asked["seller"] = word(sellers);
        if (by == 4 || dice_.one_in(4)) asked["order"] = some_order();
        return asked;
    }

    json::object about_an_order() { return {{"order", some_order()}}; }

    json::object tried(json::object asked) {
        if (dice_.one_in(5)) asked["dry_run"] = true;
        return asked;
    }

    json::object setting() { return tried({{"backorders_enabled", !dice_.one_in(4)}}); }

private:
    std::string word(const std::vector<const char*>& words) { return dice_.one_of(words); }
    std::string variant() { return dice_.one_in(40) ? "unknown" : word(variants); }
    std::string product() { return dice_.one_in(30) ? "unknown" : word(products); }
    std::string warehouse() { return dice_.one_in(40) ? "unknown" : word(warehouses); }
    std::string other_warehouse(const std::string& than) {
        if (dice_.one_in(8)) return warehouse();
        return than == "north" ? "south" : "north";
    }
    /// Sometimes one that is placed already.
    std::string new_order() {
        const std::size_t number = dice_.one_in(15) ? 1 : market_.orders.size() + ++placed_;
        return "order-" + std::to_string(number);
    }
    std::string line() { return std::to_string(dice_.between(1, 3)); }
    Units units(Units least, Units most) {
        return dice_.one_in(60) ? -dice_.between(0, 1) : dice_.between(least, most);
    }

    template <class Make>
    json::array some(Make make) {
        json::array made;
        for (std::int64_t i = dice_.one_in(3) ? dice_.between(1, 3) : 1; i > 0; --i) made.push_back(make());
        return made;
    }

    json::object product_or_variant() {
        return dice_.one_in(3) ? json::object{{"product", product()}} : json::object{{"variant", variant()}};
    }

    json::object order_line(std::int64_t number) {
        json::object made{{"line", dice_.one_in(60) ? "1" : std::to_string(number)},
                          {"variant", variant()},
                          {"quantity", units(1, 6)},
                          {"decline_backorder", dice_.one_in(6)}};
        if (dice_.one_in(5)) made["warehouse"] = warehouse();
        return made;
    }

    /// Mostly one that is still open.
    std::string some_order() {
        std::vector<std::string> all{"order-unknown"};
        std::vector<std::string> open;
        for (const auto& [id, order] : market_.orders) {
            all.push_back(id);
            for (const Line& line : order.lines)
                if (line.sum().open() > 0) open.push_back(id);
        }
        return open.empty() || dice_.one_in(8) ? dice_.one_of(all) : dice_.one_of(open);
    }

    json::object shipment(const std::string& id) {
        json::object made{{"line", line()}, {"warehouse", warehouse()}, {"quantity", units(1, 3)}};
        const auto order = market_.orders.find(id);
        if (order == market_.orders.end() || dice_.one_in(4)) return made;
        const Line& line = dice_.one_of(order->second.lines);
        made["line"] = line.id;
        for (const auto& [warehouse, part] : line.parts)
            if (part.open() > 0 && !dice_.one_in(3)) {
                made["warehouse"] = warehouse;
                if (part.allocated > 0) made["quantity"] = dice_.between(1, part.allocated);
            }
        return made;
    }

    Dice& dice_;
    const Market& market_;
    std::size_t placed_ = 0;  ///< orders of this request
};

const std::map<std::string, std::function<json::object(Asking&)>>& makers() {
    static const std::map<std::string, std::function<json::object(Asking&)>> all{
        {"settings_get", [](Asking&) { return json::object(); }},
        {"settings_set", &Asking::setting},
        {"policy_set", &Asking::policies},
        {"threshold_set", &Asking::thresholds},
        {"warehouse_upsert", &Asking::warehouse_items},
        {"catalog_upsert", &Asking::catalogue},
        {"receive", [](Asking& asking) { return asking.goods("quantity", 1, 8); }},
        {"count", [](Asking& asking) { return asking.goods("on_hand", 0, 9); }},
        {"transfer", &Asking::transfer},
        {"place", &Asking::place},
        {"place_batch", &Asking::place_batch},
        {"cancel", &Asking::cancel},
        {"fulfill", &Asking::fulfill},
        {"cancel_fulfillment", &Asking::cancel_fulfillment},
        {"reassign", &Asking::reassign},
        {"stock", &Asking::stock},
        {"availability", &Asking::availability},
        {"queue", &Asking::queue},
        {"order", &Asking::about_an_order},
        {"shippable", &Asking::about_an_order},
        {"verify", [](Asking&) { return json::object(); }}};
    return all;
}

bool alter(json::value& value) {
    if (value.is_bool()) return value = !value.get_bool(), true;
    if (value.is_int64()) return value = value.get_int64() + 1, true;
    if (auto* array = value.if_array())
        for (json::value& member : *array)
            if (alter(member)) return true;
    if (auto* object = value.if_object())
        for (auto& [name, member] : *object)
            if (name != "dry_run" && alter(member)) return true;
    return false;
}

}  // namespace

json::object warehouses_to_start_with() {
    return {
        {"items",
         {json::object{{"warehouse", "north"}, {"priority", 1}}, json::object{{"warehouse", "south"}, {"priority", 2}},
          json::object{{"warehouse", "depot"}, {"owner", "acme"}, {"priority", 0}},
          json::object{{"warehouse", "barn"}, {"owner", "globex"}, {"priority", 3}}}}};
}

json::object catalogue_to_start_with() {
    return {{"products",
             {json::object{{"product", "china"}, {"seller", "acme"}},
              json::object{{"product", "shirt"}, {"seller", "globex"}},
              json::object{{"product", "hat"}, {"seller", "acme"}}}},
            {"variants",
             {json::object{{"variant", "cup"}, {"product", "china"}},
              json::object{{"variant", "mug"}, {"product", "china"}},
              json::object{{"variant", "tee"}, {"product", "shirt"}},
              json::object{{"variant", "cap"}, {"product", "hat"}}}}};
}

const std::vector<std::string>& operations() {
    static const std::vector<std::string> all = [] {
        std::vector<std::string> made;
        const std::vector<std::pair<const char*, int>> often{{"place", 22},
                                                             {"place_batch", 4},
                                                             {"receive", 10},
                                                             {"count", 6},
                                                             {"transfer", 6},
                                                             {"cancel", 8},
                                                             {"fulfill", 14},
                                                             {"cancel_fulfillment", 7},
                                                             {"reassign", 8},
                                                             {"threshold_set", 8},
                                                             {"policy_set", 4},
                                                             {"settings_set", 3},
                                                             {"warehouse_upsert", 4},
                                                             {"catalog_upsert", 2},
                                                             {"stock", 3},
                                                             {"availability", 4},
                                                             {"queue", 5},
                                                             {"order", 2},
                                                             {"shippable", 3},
                                                             {"settings_get", 1},
                                                             {"verify", 1}};
        for (const auto& [operation, times] : often)
            made.insert(made.end(), static_cast<std::size_t>(times), operation);
        return made;
    }();
    return all;
}

json::object request_at_random(Dice& dice, const std::string& operation, const Market& market) {
    Asking asking(dice, market);
    return makers().at(operation)(asking);
}

json::object altered(json::object request) {
    json::value value = std::move(request);
    alter(value);
    return std::move(value.get_object());
}

}  // namespace backorder::test::model
