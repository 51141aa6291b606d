#include "model/rules/gates.hpp"
#include "model/rules/verbs.hpp"

#include <algorithm>
#include <tuple>

namespace backorder::test::model {

namespace {

/// One line of the order, and what it still lacks.
struct Want {
    std::size_t number = 0;
    std::string line;
    std::string variant;
    Units quantity = 0;
    std::string pinned;
    bool declines = false;
    Units missing = 0;
    std::map<std::string, Part> parts{};
};

std::vector<Want> wants(const json::object& request) {
    std::vector<Want> made;
    for (const json::value& value : list(request, "lines")) {
        const json::object& line = value.as_object();
        const Units quantity = number(line, "quantity");
        made.push_back({made.size(), text(line, "line"), text(line, "variant"), quantity, text(line, "warehouse"),
                        flag(line, "decline_backorder"), quantity});
    }
    return made;
}

/// Warehouses that stock the variant: the caller's order, then priority, then the id.
std::vector<std::string> tried(const Market& market, const json::object& request, const Want& want) {
    std::vector<std::string> asked;
    for (const json::value& warehouse : list(request, "warehouses")) asked.emplace_back(warehouse.as_string());
    std::vector<std::tuple<std::ptrdiff_t, std::int64_t, std::string>> ranked;
    for (const auto& [spot, record] : market.records) {
        const auto& [variant, warehouse] = spot;
        if (variant != want.variant || (!want.pinned.empty() && warehouse != want.pinned)) continue;
        ranked.emplace_back(std::find(asked.begin(), asked.end(), warehouse) - asked.begin(),
                            market.warehouses.at(warehouse).priority, warehouse);
    }
    std::sort(ranked.begin(), ranked.end());
    std::vector<std::string> order;
    for (const auto& [rank, priority, warehouse] : ranked) order.push_back(warehouse);
    return order;
}

/// What the lines of one variant get when they choose one after the other: on hand everywhere first, then room to wait.
void share_out(const Market& market, const json::object& request, std::vector<Want*> choosing) {
    std::map<std::string, Part> taken;
    for (Units Part::*kind : {&Part::allocated, &Part::waiting})
        for (Want* want : choosing) {
            if (want->declines && kind == &Part::waiting) continue;
            for (const std::string& warehouse : tried(market, request, *want)) {
                const Offer there = offer(market, {want->variant, warehouse});
                const Units left = (kind == &Part::waiting ? there.room : there.available) - taken[warehouse].*kind;
                const Units units = std::min(want->missing, left);
                if (units == 0) continue;
                taken[warehouse].*kind += units;
                want->parts[warehouse].*kind += units;
                want->missing -= units;
            }
        }
}

bool served(const std::vector<Want*>& of_variant) {
    return std::all_of(
        of_variant.begin(), of_variant.end(), [](const Want* want) { return want->missing == 0; });
}

/// Lines that decline waiting choose first, then pinned ones, then the others; if that does not serve the variant,
/// pinned first.
void source(const Market& market, const json::object& request, std::vector<Want*> of_variant) {
    const auto choose_by = [&](auto rank) {
        std::stable_sort(
            of_variant.begin(), of_variant.end(),
            [&](const Want* left, const Want* right) { return rank(left) < rank(right); });
        for (Want* want : of_variant) {
            want->missing = want->quantity;
            want->parts.clear();
        }
        share_out(market, request, of_variant);
    };
    choose_by([](const Want* want) { return std::tuple(!want->declines, want->pinned.empty(), want->number); });
    if (!served(of_variant))
        choose_by([](const Want* want) { return std::tuple(want->pinned.empty(), !want->declines, want->number); });
}

void explain(const Market& market, const json::object& request, const Want& want, json::array& details) {
    Units available = 0;
    Units room = 0;
    json::array warehouses;
    for (const std::string& warehouse : tried(market, request, want)) {
        const Offer there = offer(market, {want.variant, warehouse});
        available = add(available, there.available);
        room = add(room, there.room);
        warehouses.push_back(json::object{{"line", want.line},
                                          {"variant", want.variant},
                                          {"warehouse", warehouse},
                                          {"available", there.available},
                                          {"backorder_room", there.room},
                                          {"gate", there.gate}});
    }
    const std::string nowhere = warehouses.empty() ? shut_gate_without_record(market, want.variant) : "";
    if (!nowhere.empty() && !want.pinned.empty())
        warehouses.push_back(json::object{{"line", want.line},
                                          {"variant", want.variant},
                                          {"warehouse", want.pinned},
                                          {"available", 0},
                                          {"backorder_room", 0},
                                          {"gate", nowhere}});
    json::object row{{"line", want.line},      {"variant", want.variant}, {"asked", want.quantity},
                     {"available", available}, {"backorder_room", room},  {"short", want.missing}};
    if (!nowhere.empty() && want.pinned.empty()) row["gate"] = nowhere;
    if (want.declines) row["gate"] = "line";
    details.push_back(std::move(row));
    details.insert(details.end(), warehouses.begin(), warehouses.end());
}

/// Refuses what the actor may not name, with the line it stands in.
void require_line_scope(const Market& market, const Actor& actor, const Want& want) {
    try {
        require_variant(market, actor, want.variant);
        if (!want.pinned.empty()) require_spot(market, actor, {want.variant, want.pinned});
    } catch (Refused& refused) {
        refused.details.front().as_object()["line"] = want.line;
        throw;
    }
}

void require_scope(const Market& market, const Actor& actor, const json::object& request,
                   const std::vector<Want>& lines) {
    Together together;
    for (const json::value& value : list(request, "warehouses")) {
        const std::string warehouse(value.as_string());
        const auto known = market.warehouses.find(warehouse);
        if (known == market.warehouses.end() || !(known->second.owner.empty() || sees(actor, known->second.owner)))
            together.attempt([&] { not_found("warehouse", warehouse); });
    }
    for (const Want& want : lines) together.attempt([&] { require_line_scope(market, actor, want); });
    together.tell();
}

}  // namespace

json::object place(Market& market, const Actor& actor, const json::object& request) {
    std::vector<Want> lines = wants(request);
    require_scope(market, actor, request, lines);
    std::map<std::string, std::vector<Want*>> by_variant;
    for (Want& want : lines) by_variant[want.variant].push_back(&want);
    for (const auto& [variant, of_variant] : by_variant) source(market, request, of_variant);

    Refused shortage{BO_E_SHORTAGE};
    for (const Want& want : lines)
        if (want.missing > 0) explain(market, request, want, shortage.details);
    if (!shortage.details.empty()) throw shortage;

    const std::string id = text(request, "order");
    Order& order = market.orders[id];
    order = {.priority = number(request, "priority"), .age = ++market.clock};
    for (const Want& want : lines) order.lines.push_back({want.line, want.variant, want.parts});
    json::object tables;
    add_order(tables, market, actor, id);
    return tables;
}

}  // namespace backorder::test::model
