#pragma once
// Lists of records as the parallel arrays that unnest takes.

#include <functional>
#include <ranges>
#include <vector>

namespace backorder {

/// The projected member of every record.
template <class Records, class Projection>
auto column(const Records& records, Projection projection) {
    using Value = std::decay_t<std::invoke_result_t<Projection, std::ranges::range_reference_t<const Records>>>;
    std::vector<Value> values;
    values.reserve(std::size(records));
    for (const auto& record : records) values.push_back(std::invoke(projection, record));
    return values;
}

}  // namespace backorder
