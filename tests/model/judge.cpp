#include "model/judge.hpp"

#include "model/rules/verb.hpp"

#include "support/database.hpp"
#include "support/outbox.hpp"

#include <set>

namespace backorder::test::model {

namespace {

std::string next_prefix() {
    static int scripts = 0;
    return "script-" + std::to_string(++scripts) + "-";
}

Step question(const std::string& market, const char* operation, json::object request) {
    return {.market = market, .operation = operation, .request = std::move(request)};
}

json::array ids_of(const auto& things) {
    json::array ids;
    for (const auto& [id, thing] : things) ids.emplace_back(id);
    return ids;
}

/// Everything that is counted.
Step counters(const std::string& market, const Market& known) {
    return question(market, "stock", {{"variants", ids_of(known.variants)}});
}

Step product_totals(const std::string& market, const Market& known) {
    return question(market, "stock", {{"products", ids_of(known.products)}});
}

Step availability_of_all(const std::string& market, const Market& known) {
    json::array items;
    for (const auto& [id, variant] : known.variants) items.push_back(json::object{{"variant", id}, {"quantity", 3}});
    return question(market, "availability", {{"items", items}});
}

const std::string& some_seller(const Market& known, std::size_t turn) {
    return std::next(known.products.begin(), static_cast<std::ptrdiff_t>(turn % known.products.size()))->second.seller;
}

/// A machine that is paused for some minutes has not found anything.
constexpr std::int64_t patience_ms = 3'600'000;

Reply ask_library(const std::string& prefix, const Step& step) {
    const std::string marketplace = prefix + step.market;
    bo_call call = call_of(step.actor, marketplace, step.key);
    call.timeout_ms = patience_ms;
    bo_result* result = nullptr;
    bo_error* error = nullptr;
    const auto door = step.typed ? call_by_type : call_by_json;
    const bo_status status = door(call, step.operation, step.request, &result, &error);
    return read_reply(status, result, error);
}

}  // namespace

Judge::Judge() : prefix_(next_prefix()) {}

std::optional<std::string> Judge::run(const Script& script) {
    std::set<std::string> markets;
    for (const Step& step : script) {
        ++step_;
        markets.insert(step.market);
        if (auto difference = compare(step)) return difference;
        if (is_change(step))
            if (auto difference = compare_all(questions_after(step))) return difference;
    }
    for (const std::string& market : markets)
        if (auto difference = compare_all(questions_at_the_end(market))) return difference;
    settle();
    for (const std::string& market : markets)
        if (auto difference = compare_told(market)) return difference;
    return std::nullopt;
}

/// Who reads nothing but events knows what became of every order line.
Judge::Difference Judge::compare_told(const std::string& market) {
    ToldLines told;
    std::string cursor;
    for (bool more = true; more;) {
        const Reply page = ask_library(
            prefix_, question(market, "events", {{"consumer", "judge"}, {"limit", 10'000}, {"acknowledge", cursor}}));
        if (page.status != BO_OK) return "events of market " + market + ": " + to_text(page);
        for (const json::value& event : list(page.tables, "events")) follow(told, event.at("body").as_object());
        cursor = text(page.tables.at("cursor").as_object(), "cursor");
        more = page.tables.at("cursor").at("more").as_bool();
    }
    ToldLines known;
    for (const auto& [order, record] : model_.market(market).orders)
        for (const Line& line : record.lines) {
            const Part sum = line.sum();
            known[{order, line.id}] = {sum.allocated, sum.waiting, sum.shipped, sum.cancelled};
        }
    if (told == known) return std::nullopt;
    return "events of market " + market + "\n  tell:  " + to_text(told) + "\n  model: " + to_text(known);
}

Judge::Difference Judge::compare_all(const Script& steps) {
    for (const Step& step : steps)
        if (auto difference = compare(step)) return difference;
    return std::nullopt;
}

Judge::Difference Judge::compare(const Step& step) {
    const Reply library = ask_library(prefix_, step);
    const Reply model = model_.ask(step);
    if (library == model) return std::nullopt;
    return "after step " + std::to_string(step_) + ", " + json::serialize(to_json(step)) +
           "\n  library: " + to_text(library) + "\n  model:   " + to_text(model);
}

/// The counters, and in turn what is made of them.
Script Judge::questions_after(const Step& step) {
    const Market& known = model_.market(step.market);
    if (known.variants.empty()) return {};
    Script questions{counters(step.market, known)};
    if (const std::string order = text(step.request, "order"); !order.empty())
        questions.push_back(question(step.market, "shippable", {{"order", order}}));
    if (step_ % 2 == 0) questions.push_back(availability_of_all(step.market, known));
    if (step_ % 4 == 1)
        questions.push_back(
            question(step.market, "queue", {{"seller", some_seller(known, step_ / 4)}, {"limit", 10'000}}));
    if (step_ % 4 == 3) questions.push_back(product_totals(step.market, known));
    return questions;
}

Script Judge::questions_at_the_end(const std::string& market) {
    const Market& known = model_.market(market);
    Script questions{question(market, "settings_get", {}), question(market, "verify", {})};
    if (!known.variants.empty()) {
        questions.push_back(counters(market, known));
        questions.push_back(product_totals(market, known));
        questions.push_back(availability_of_all(market, known));
    }
    for (const auto& [warehouse, record] : known.warehouses)
        questions.push_back(question(market, "queue", {{"warehouse", warehouse}, {"limit", 10'000}}));
    for (const auto& [order, record] : known.orders) questions.push_back(question(market, "order", {{"order", order}}));
    return questions;
}

}  // namespace backorder::test::model
