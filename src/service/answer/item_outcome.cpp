#include "service/answer/item_outcome.hpp"

#include <boost/json/serialize.hpp>

namespace backorder {

namespace json = boost::json;

ItemOutcome::ItemOutcome(std::size_t index, const std::optional<Refusal>& refusal) : item(static_cast<std::int64_t>(index)) {
    if (!refusal) return;
    status = static_cast<std::int64_t>(refusal->status);
    message = refusal->message;
    details = json::serialize(refusal->details.empty() ? json::object() : to_json(refusal->details.front()));
}

json::object to_json(const DetailRow& details) {
    json::object shown;
    for (const Detail& detail : details)
        std::visit([&](const auto& value) { shown[detail.key] = value; }, detail.value);
    return shown;
}

json::array to_json(const std::vector<DetailRow>& details) {
    json::array rows;
    for (const DetailRow& row : details) rows.push_back(to_json(row));
    return rows;
}

DetailRow details_from(const json::object& shown) {
    DetailRow details;
    for (const auto& [key, value] : shown) {
        if (const auto* number = value.if_int64())
            details.push_back({std::string(key), *number});
        else if (const auto* text = value.if_string())
            details.push_back({std::string(key), std::string(*text)});
    }
    return details;
}

}  // namespace backorder
