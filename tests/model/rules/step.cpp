#include "model/rules/step.hpp"

namespace backorder::test::model {

json::object to_json(const Step& step) {
    return {{"market", step.market},       {"role", step.actor.role},     {"permissions", step.actor.permissions},
            {"seller", step.actor.seller}, {"operation", step.operation}, {"key", step.key},
            {"typed", step.typed},         {"request", step.request}};
}

Step step_from(const json::object& shown) {
    const auto text = [&](const char* name) { return std::string(shown.at(name).as_string()); };
    return {.market = text("market"),
            .actor = {shown.at("role").to_number<std::uint32_t>(), shown.at("permissions").to_number<std::uint64_t>(),
                      text("seller")},
            .operation = text("operation"),
            .key = text("key"),
            .typed = shown.at("typed").as_bool(),
            .request = shown.at("request").as_object()};
}

std::string to_text(const Script& script) {
    std::string lines;
    for (const Step& step : script) lines += json::serialize(to_json(step)) + "\n";
    return lines;
}

}  // namespace backorder::test::model
