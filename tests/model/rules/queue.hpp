#pragma once
// Who waits at a stock record, and who is served first.

#include "model/rules/market.hpp"

#include <vector>

namespace backorder::test::model {

/// One part of an order line, at one spot.
struct Promise {
    std::string order;
    std::string line;
    std::int64_t priority = 0;
    std::int64_t age = 0;
    std::size_t number = 0;  ///< of the line in its order
    Part* part = nullptr;
};

/// Promises at a spot, first served first: the highest priority, within it the oldest order, within it the first line.
std::vector<Promise> promises(Market& market, const Spot& spot);

/// What moved between what is allocated and what waits.
struct Moved {
    std::string order;
    std::string line;
    Spot spot;
    Units units = 0;
};

/// Gives what lies free at a spot to those who wait there.
std::vector<Moved> serve_queue(Market& market, const Spot& spot);

/// Takes goods back from the last promises.
std::vector<Moved> fall_back(Market& market, const Spot& spot, Units units);

}  // namespace backorder::test::model
