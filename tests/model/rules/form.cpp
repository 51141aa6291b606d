#include "model/rules/form.hpp"

#include "model/rules/verb.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace backorder::test::model {

namespace {

/// Who may ask for it.
struct Rule {
    std::uint64_t permission = 0;
    bool host = false;
};

const std::map<std::string_view, Rule> changes{{"settings_set", {BO_MANAGE_MARKETPLACE}},
                                               {"policy_set", {BO_MANAGE_INVENTORY}},
                                               {"threshold_set", {BO_MANAGE_INVENTORY}},
                                               {"warehouse_upsert", {BO_MANAGE_INVENTORY, true}},
                                               {"catalog_upsert", {BO_MANAGE_INVENTORY, true}},
                                               {"receive", {BO_MANAGE_INVENTORY}},
                                               {"count", {BO_MANAGE_INVENTORY}},
                                               {"transfer", {BO_MANAGE_INVENTORY}},
                                               {"place", {BO_MANAGE_ORDERS, true}},
                                               {"place_batch", {BO_MANAGE_ORDERS, true}},
                                               {"cancel", {BO_MANAGE_ORDERS, true}},
                                               {"fulfill", {BO_MANAGE_FULFILLMENTS}},
                                               {"cancel_fulfillment", {BO_MANAGE_FULFILLMENTS}},
                                               {"reassign", {BO_MANAGE_FULFILLMENTS}}};

/// Lists that must name something, and the members in which no two of their items may be alike.
struct Once {
    std::string_view operation;
    std::string_view list;
    std::vector<std::string_view> members;
};
const std::vector<Once> lists{{"policy_set", "items", {"product", "variant"}},
                              {"threshold_set", "items", {"product", "variant", "warehouse"}},
                              {"warehouse_upsert", "items", {"warehouse"}},
                              {"count", "items", {"variant", "warehouse"}},
                              {"place", "lines", {"line"}},
                              {"fulfill", "entries", {"line", "warehouse"}},
                              {"place_batch", "orders", {"order"}},
                              {"cancel", "lines", {"line"}},
                              {"receive", "items", {}},
                              {"transfer", "items", {}},
                              {"availability", "items", {}}};

class Faults {
public:
    void add(bool wrong, bo_status status) {
        if (wrong && (first_ == BO_OK || status < first_)) first_ = status;
    }
    bo_status first() const { return first_; }

private:
    bo_status first_ = BO_OK;
};

void check_actor(const Actor& actor, Faults& faults) {
    const bool seller = actor.role == BO_ROLE_SELLER;
    faults.add(seller == actor.seller.empty(), BO_E_ACTOR);
    faults.add(seller && (actor.permissions & BO_MANAGE_MARKETPLACE) != 0, BO_E_ACTOR);
    faults.add(actor.role == BO_ROLE_HOST && actor.permissions != 0, BO_E_ACTOR);
}

void check_key(const Step& step, Faults& faults) {
    const bool own = step.operation == "place" || step.operation == "place_batch";
    faults.add(own && !step.key.empty(), BO_E_ARGUMENT);
    faults.add(!own && is_change(step) && !is_dry_run(step) && step.key.empty(), BO_E_KEY_REQUIRED);
}

/// Numbers by their members' names, wherever they stand.
void check_numbers(const json::value& value, Units least, Faults& faults) {
    if (const auto* array = value.if_array())
        for (const json::value& member : *array) check_numbers(member, least, faults);
    if (const auto* object = value.if_object())
        for (const auto& [name, member] : *object) {
            faults.add(name == "quantity" && member.as_int64() < least, BO_E_QUANTITY);
            faults.add((name == "threshold" || name == "on_hand") && member.as_int64() < 0, BO_E_QUANTITY);
            check_numbers(member, least, faults);
        }
}

void check_twice(const json::array& items, const std::vector<std::string_view>& members, Faults& faults) {
    std::set<std::vector<std::string>> seen;
    for (const json::value& item : items) {
        std::vector<std::string> key;
        for (const std::string_view member : members) key.push_back(text(item.as_object(), member));
        faults.add(!members.empty() && !seen.insert(key).second, BO_E_DUPLICATE);
    }
}

void check_lists(std::string_view operation, const json::object& request, Faults& faults) {
    for (const Once& once : lists) {
        if (once.operation != operation) continue;
        faults.add(list(request, once.list).empty() && operation != "cancel", BO_E_ARGUMENT);
        check_twice(list(request, once.list), once.members, faults);
    }
    std::set<std::string> warehouses;
    for (const json::value& warehouse : list(request, "warehouses"))
        faults.add(!warehouses.emplace(warehouse.as_string()).second, BO_E_DUPLICATE);
    for (const json::value& order : list(request, "orders")) check_lists("place", order.as_object(), faults);
    if (operation == "catalog_upsert") {
        check_twice(list(request, "products"), {"product"}, faults);
        check_twice(list(request, "variants"), {"variant"}, faults);
        faults.add(list(request, "products").empty() && list(request, "variants").empty(), BO_E_ARGUMENT);
    }
}

/// From one warehouse to the same.
void check_ways(const json::object& way, Faults& faults) {
    faults.add(way.contains("from") && way.at("from") == way.at("to"), BO_E_ARGUMENT);
    for (const json::value& item : list(way, "items")) check_ways(item.as_object(), faults);
}

}  // namespace

bool is_change(const Step& step) { return changes.contains(step.operation); }

bool is_dry_run(const Step& step) { return flag(step.request, "dry_run"); }

bo_status fault_of_form(const Step& step) {
    Faults faults;
    check_actor(step.actor, faults);
    check_key(step, faults);
    check_numbers(step.request, step.operation == "availability" ? 0 : 1, faults);
    check_lists(step.operation, step.request, faults);
    check_ways(step.request, faults);
    faults.add(step.operation == "cancel_fulfillment" && number(step.request, "fulfillment") < 1, BO_E_QUANTITY);
    return faults.first();
}

bo_status fault_of_permission(const Step& step) {
    const auto rule = changes.find(step.operation);
    if (rule == changes.end()) return BO_OK;
    const bool may =
        step.actor.role == BO_ROLE_HOST ? rule->second.host : (step.actor.permissions & rule->second.permission) != 0;
    return may ? BO_OK : BO_E_PERMISSION;
}

}  // namespace backorder::test::model
