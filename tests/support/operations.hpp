#pragma once
// Every operation there is, with a request that names something of every kind it can name.

#include <cstdint>
#include <vector>

namespace backorder::test {

/// Requests speak of acme's shirt as Shop has it, with the order o1 of its own. In their order each of them can be
/// done.
struct OperationCase {
    const char* operation;
    std::uint64_t permission;  ///< 0: reads need none
    bool host;
    bool sellers;
    bool scoped;  ///< another seller is told there is no such thing
    const char* request;
};

const std::vector<OperationCase>& every_operation();

}  // namespace backorder::test
