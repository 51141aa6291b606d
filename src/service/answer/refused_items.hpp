#pragma once
// What became of one item of a batch, as its outcome row begins: item, status, message, details.

#include "domain/refusal.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace backorder {

struct ItemOutcome {
    std::int64_t item = 0;
    std::int64_t status = 0;
    std::string message{};
    std::string details{};  ///< a JSON object, empty if the item was done

    ItemOutcome(std::size_t index, const std::optional<Refusal>& refusal);

    bool done() const { return status == 0; }
};

boost::json::object to_json(const DetailRow& details);
boost::json::array to_json(const std::vector<DetailRow>& details);

/// Reverses to_json.
DetailRow details_from(const boost::json::object& shown);

}  // namespace backorder
