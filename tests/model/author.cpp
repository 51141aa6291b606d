#include "model/author.hpp"

#include "model/asking.hpp"

namespace backorder::test::model {

namespace {

bool has_key_of_its_own(const std::string& operation) { return operation != "place" && operation != "place_batch"; }

}  // namespace

Script Author::write(std::size_t steps) {
    furnish("one");
    furnish("two");
    while (script_.size() < steps)
        if (dice_.one_in(14))
            say(again());
        else
            say(next(dice_.one_in(3) ? "two" : "one"));
    return std::move(script_);
}

void Author::furnish(const std::string& market) {
    const auto set = [&](const Actor& actor, const char* operation, json::object request) {
        say({.market = market,
             .actor = actor,
             .operation = operation,
             .key = next_key(),
             .request = std::move(request)});
    };
    set(host, "warehouse_upsert", warehouses_to_start_with());
    set(host, "catalog_upsert", catalogue_to_start_with());
    set(the_operator, "settings_set", {{"backorders_enabled", true}});
    for (const char* product : {"china", "shirt", "hat"})
        set(the_operator, "policy_set", {{"items", {json::object{{"product", product}, {"policy", "allow"}}}}});
    for (int i = 0; i < 4; ++i)
        set(the_operator, "threshold_set", request_at_random(dice_, "threshold_set", model_.market(market)));
}

void Author::say(Step step) {
    if (is_change(step) && model_.ask(step).status == BO_OK) done_.push_back(step);
    script_.push_back(std::move(step));
}

Step Author::next(const std::string& market) {
    const std::string operation = dice_.one_of(operations());
    Step step{.market = market,
              .actor = dice_.one_in(12) ? wrong_one() : someone(operation),
              .operation = operation,
              .typed = dice_.one_in(2),
              .request = request_at_random(dice_, operation, model_.market(market))};
    if (is_change(step) && has_key_of_its_own(operation) && !dice_.one_in(50)) step.key = next_key();
    return step;
}

/// A step that was taken before, as it was or with another body; mostly by the same actor.
Step Author::again() {
    Step step = dice_.one_of(dice_.one_in(4) ? script_ : done_);
    if (dice_.one_in(3)) step.request = altered(step.request);
    if (dice_.one_in(6)) step.actor = someone(step.operation);
    return step;
}

Actor Author::someone(const std::string& operation) {
    const Actor a_seller = seller(dice_.one_of({"acme", "globex"}));
    if (dice_.one_in(6)) return a_seller;
    const bool hosts =
        operation == "place" || operation == "place_batch" || operation == "cancel" || operation == "catalog_upsert";
    return hosts && dice_.one_in(2) ? host : the_operator;
}

Actor Author::wrong_one() {
    const auto some_permissions = static_cast<std::uint64_t>(dice_.between(0, 15));
    switch (dice_.between(1, 5)) {
    case 1: return host;
    case 2: return {BO_ROLE_OPERATOR, some_permissions};
    case 3: return {BO_ROLE_HOST, some_permissions};
    case 4: return {BO_ROLE_SELLER, some_permissions, dice_.one_in(5) ? "" : "acme"};
    default: return seller("nobody");
    }
}

}  // namespace backorder::test::model
