#include "history/caller.hpp"

#include "model/rules/form.hpp"

#include <functional>

namespace backorder::test::history {

namespace {

using model::Dice;
using model::Step;

constexpr std::int64_t orders = 60;

std::string variant(Dice& dice) { return dice.one_of({"cup", "mug", "tee"}); }
std::string warehouse(Dice& dice) { return dice.one_of({"east", "north", "west"}); }
std::string line(Dice& dice) { return dice.one_of({"1", "2"}); }

json::object at_a_record(Dice& dice) { return {{"variant", variant(dice)}, {"warehouse", warehouse(dice)}}; }

json::object with(json::object made, const char* name, std::int64_t units) {
    made[name] = units;
    return made;
}

/// One or two items, in any order of records.
json::object items(Dice& dice, const std::function<json::object()>& item) {
    json::array made{item()};
    if (dice.one_in(2)) made.push_back(item());
    return {{"items", made}};
}

/// Who places an order of that id asks for the same, in one of two ways: others' calls are repeated, or refused.
json::object order(const std::string& id, bool one_way) {
    Dice dice(std::hash<std::string>()(id) + (one_way ? 1 : 0));
    json::array lines;
    for (const char* number : {"1", "2"}) {
        json::object made{{"line", number}, {"variant", variant(dice)}, {"quantity", dice.between(1, 5)}};
        if (dice.one_in(4)) made["warehouse"] = warehouse(dice);
        lines.push_back(std::move(made));
    }
    return {{"order", id}, {"priority", dice.between(0, 1)}, {"lines", lines}};
}

std::string id(std::int64_t number) { return "order-" + std::to_string(number); }

json::object batch(Dice& dice) {
    json::array made;
    const std::int64_t first = dice.between(1, orders - 2);
    for (std::int64_t number = first; number < first + 3; ++number) made.push_back(order(id(number), true));
    return {{"orders", made}};
}

json::object transfer(Dice& dice) {
    return items(
        dice,
        [&]() -> json::object {
            const std::string from = warehouse(dice);
            const std::string to = from == "east" ? "north" : from == "north" ? "west" : "east";
            return {{"variant", variant(dice)}, {"from", from}, {"to", to}, {"quantity", dice.between(1, 2)}};
        });
}

/// A count may name a record only once.
json::object counting(Dice& dice) { return {{"items", {with(at_a_record(dice), "on_hand", dice.between(0, 9))}}}; }

json::object reassigning(Dice& dice, const std::string& order) {
    const std::string from = warehouse(dice);
    return {{"order", order},
            {"line", line(dice)},
            {"from", from},
            {"to", from == "west" ? "east" : "west"},
            {"quantity", 1}};
}

json::object shipping(Dice& dice, const std::string& order) {
    const json::object entry{{"line", line(dice)}, {"warehouse", warehouse(dice)}, {"quantity", dice.between(1, 2)}};
    return {{"order", order}, {"strict", dice.one_in(4)}, {"entries", {entry}}};
}

json::object undoing(Dice& dice, const std::string& order) {
    return {{"order", order},
            {"fulfillment", dice.between(1, 2)},
            {"units", dice.one_of({"to_line", "to_stock", "written_off"})}};
}

json::object cancelling(Dice& dice, const std::string& order) {
    if (dice.one_in(2)) return {{"order", order}};
    return {{"order", order}, {"lines", {json::object{{"line", line(dice)}, {"quantity", 1}}}}};
}

}  // namespace

std::string Caller::some_order() { return id(dice_.between(1, orders)); }

Step Caller::verb() {
    const auto of = [](const char* operation, json::object request) {
        return Step{.market = {}, .operation = operation, .request = std::move(request)};
    };
    const std::int64_t choice = dice_.between(1, 100);
    if (choice <= 28) return of("place", order(some_order(), !dice_.one_in(4)));
    if (choice <= 31) return of("place_batch", batch(dice_));
    if (choice <= 41)
        return of("receive", items(dice_, [&] { return with(at_a_record(dice_), "quantity", dice_.between(1, 5)); }));
    if (choice <= 47) return of("count", counting(dice_));
    if (choice <= 53) return of("transfer", transfer(dice_));
    if (choice <= 60) return of("cancel", cancelling(dice_, some_order()));
    if (choice <= 74) return of("fulfill", shipping(dice_, some_order()));
    if (choice <= 80) return of("cancel_fulfillment", undoing(dice_, some_order()));
    if (choice <= 88) return of("reassign", reassigning(dice_, some_order()));
    if (choice <= 92)
        return of("threshold_set", {{"items", {with(at_a_record(dice_), "threshold", dice_.between(0, 12))}}});
    const json::object spot = at_a_record(dice_);
    if (choice <= 96) return of("queue", spot);
    return of("stock", {{"variants", json::array{spot.at("variant")}}, {"warehouse", spot.at("warehouse")}});
}

Step Caller::next(const std::string& marketplace) {
    if (last_.market == marketplace && dice_.one_in(30)) return last_;
    Step step = verb();
    step.market = marketplace;
    step.actor = the_operator;
    if (model::is_change(step) && step.operation != "place" && step.operation != "place_batch")
        step.key = name_ + "-" + std::to_string(++calls_);
    last_ = step;
    return step;
}

}  // namespace backorder::test::history
