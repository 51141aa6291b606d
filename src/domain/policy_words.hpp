#pragma once
// Policies and thresholds as requests, rows and events spell them.

#include "domain/state.hpp"

#include <boost/json/object.hpp>

namespace backorder {

std::string_view name(Policy policy);
std::string_view name(Threshold::Mode mode);

/// Unknown words throw std::logic_error: they are checked before.
Policy policy_from(std::string_view word);
Threshold threshold_from(std::string_view mode, Units64 units);

boost::json::object to_json(const Threshold& threshold);

}  // namespace backorder
