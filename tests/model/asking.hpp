#pragma once
// A request of each operation at random, about what stands in a market.

#include "model/dice.hpp"
#include "model/rules/market.hpp"

#include <boost/json.hpp>

#include <string>

namespace backorder::test {
namespace json = boost::json;
}

namespace backorder::test::model {

/// The catalogue that markets are furnished with.
json::object warehouses_to_start_with();
json::object catalogue_to_start_with();

/// Operations, as often as they shall be asked for.
const std::vector<std::string>& operations();

json::object request_at_random(Dice& dice, const std::string& operation, const Market& market);

/// The same request with one number or switch changed.
json::object altered(json::object request);

}  // namespace backorder::test::model
