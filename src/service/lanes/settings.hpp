#pragma once
// How changes are combined.

#include <cstddef>

namespace backorder {

struct LaneSettings {
    std::size_t lanes = 2;           ///< threads, with a transaction each
    std::size_t lines = 1000;        ///< of one transaction
    std::size_t queue_size = 16384;  ///< calls that wait
};

}  // namespace backorder
