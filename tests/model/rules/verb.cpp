#include "model/rules/verb.hpp"

#include "model/rules/gates.hpp"

#include <algorithm>

namespace backorder::test::model {

namespace {

const json::value* member(const json::object& from, std::string_view name) { return from.if_contains(name); }

std::string state_of(const std::vector<Line*>& lines) {
    bool open = false;
    bool shipped = false;
    for (const Line* line : lines) {
        open = open || line->sum().open() > 0;
        shipped = shipped || line->sum().shipped > 0;
    }
    if (!shipped) return open ? "unfulfilled" : "cancelled";
    return open ? "partially_fulfilled" : "fulfilled";
}

json::object counts(const Part& part) {
    return {{"quantity", part.quantity()},
            {"allocated", part.allocated},
            {"waiting", part.waiting},
            {"shipped", part.shipped},
            {"cancelled", part.cancelled}};
}

}  // namespace

std::string text(const json::object& from, std::string_view name) {
    const auto* found = member(from, name);
    return found == nullptr ? "" : std::string(found->as_string());
}

Units number(const json::object& from, std::string_view name) {
    const auto* found = member(from, name);
    return found == nullptr ? 0 : found->as_int64();
}

bool flag(const json::object& from, std::string_view name) {
    const auto* found = member(from, name);
    return found != nullptr && found->as_bool();
}

const json::array& list(const json::object& from, std::string_view name) {
    static const json::array none;
    const auto* found = member(from, name);
    return found == nullptr ? none : found->as_array();
}

void Together::tell() const {
    if (refused_.empty()) return;
    if (refused_.size() == 1) throw refused_.front();
    std::vector<Refused> sorted = refused_;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Refused& left, const Refused& right) { return left.status < right.status; });
    Refused all{sorted.front().status};
    for (Refused& one : sorted)
        for (json::value& row : one.details) {
            row.as_object()["status"] = one.status;
            all.details.push_back(std::move(row));
        }
    throw all;
}

void not_found(const char* what, const std::string& id) { throw Refused{BO_E_NOT_FOUND, {json::object{{what, id}}}}; }

void require_variant(const Market& market, const Actor& actor, const std::string& variant) {
    if (!market.variants.contains(variant) || !sees(actor, market.seller_of(variant))) not_found("variant", variant);
}

void require_product(const Market& market, const Actor& actor, const std::string& product) {
    const auto found = market.products.find(product);
    if (found == market.products.end() || !sees(actor, found->second.seller)) not_found("product", product);
}

void require_spot(const Market& market, const Actor& actor, const Spot& spot) {
    require_variant(market, actor, spot.first);
    if (!market.serves(spot.second, market.seller_of(spot.first))) not_found("warehouse", spot.second);
}

bool is_spot(const Market& market, const Actor& actor, const Spot& spot) {
    return market.variants.contains(spot.first) && sees(actor, market.seller_of(spot.first)) &&
           market.serves(spot.second, market.seller_of(spot.first));
}

json::array& table(json::object& tables, std::string_view name) {
    return tables.emplace(name, json::array()).first->value().as_array();
}

json::array each_item(const json::array& items, const Blank& blank, const Act& act) {
    json::array rows;
    for (std::size_t item = 0; item < items.size(); ++item) {
        const json::object& asked = items[item].as_object();
        json::object row = blank(asked);
        row["item"] = static_cast<std::int64_t>(item);
        row["status"] = BO_OK;
        try {
            act(item, asked, row);
        } catch (const Refused& refused) {
            row["status"] = refused.status;
            row["details"] = refused.details.front();
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

void add_moved(json::array& rows, std::size_t item, Market& market, const std::vector<Moved>& moved, bool covered) {
    for (const Moved& one : moved) {
        json::object row{{"item", static_cast<std::int64_t>(item)},
                         {"order", one.order},
                         {"line", one.line},
                         {"variant", one.spot.first},
                         {"warehouse", one.spot.second},
                         {"units", one.units}};
        if (covered)
            row["ready"] = market.orders.at(one.order).line(one.line)->sum().waiting == 0;
        else
            row["units_over_limit"] = over_limit(market, one.spot);
        rows.push_back(std::move(row));
    }
}

void add_order(json::object& tables, Market& market, const Actor& actor, const std::string& order) {
    const auto lines = visible_lines(market, actor, order);
    tables["order"] =
        json::object{{"order", order}, {"state", state_of(lines)}, {"priority", market.orders.at(order).priority}};
    for (const Line* line : lines) {
        json::object row = counts(line->sum());
        row.insert({{"line", line->id}, {"variant", line->variant}});
        table(tables, "lines").push_back(std::move(row));
        for (const auto& [warehouse, part] : line->parts) {
            if (part.quantity() == 0) continue;
            json::object of_part = counts(part);
            of_part.insert({{"line", line->id}, {"variant", line->variant}, {"warehouse", warehouse}});
            table(tables, "parts").push_back(std::move(of_part));
        }
    }
}

void add_fulfillment(json::object& tables, Market& market, const Actor& actor, const std::string& order,
                     std::size_t index) {
    const Fulfillment& made = market.orders.at(order).fulfillments[index];
    for (const auto& [id, units] : made.lines) {
        const Line* line = market.orders.at(order).line(id);
        if (!sees(actor, market.seller_of(line->variant))) continue;
        table(tables, "fulfillments")
            .push_back(json::object{{"fulfillment", static_cast<std::int64_t>(index) + 1},
                                    {"warehouse", made.warehouse},
                                    {"line", id},
                                    {"variant", line->variant},
                                    {"quantity", units},
                                    {"state", made.state}});
    }
}

std::vector<Line*> visible_lines(Market& market, const Actor& actor, const std::string& order) {
    std::vector<Line*> lines;
    const auto found = market.orders.find(order);
    if (found == market.orders.end()) return lines;
    for (Line& line : found->second.lines)
        if (sees(actor, market.seller_of(line.variant))) lines.push_back(&line);
    return lines;
}

Line& require_line(Market& market, const Actor& actor, const std::string& order, const std::string& id) {
    for (Line* line : visible_lines(market, actor, order))
        if (line->id == id) return *line;
    throw Refused{BO_E_NOT_FOUND, {json::object{{"order", order}, {"line", id}}}};
}

std::vector<std::string> last_tried_first(const Market& market, const Line& line) {
    std::vector<std::string> warehouses;
    for (const auto& [warehouse, part] : line.parts) warehouses.push_back(warehouse);
    std::sort(warehouses.begin(), warehouses.end(), [&](const std::string& left, const std::string& right) {
        return std::pair(market.warehouses.at(left).priority, left) >
               std::pair(market.warehouses.at(right).priority, right);
    });
    return warehouses;
}

}  // namespace backorder::test::model
