#pragma once
// A marketplace with goods to sell: acme's shirt (red, blue) and globex's mug (cup), the operator's warehouses north
// and south, acme's own acme-depot and globex's globex-depot; tried in that order. Backorders are on and allowed for
// the shirt; no threshold is set.

#include "support/market.hpp"

namespace backorder::test {

class Shop : public Market {
public:
    Shop();

    void threshold(const std::string& variant, const std::string& warehouse, std::int64_t units);
    void unlimited(const std::string& variant, const std::string& warehouse);
    void turn(const std::string& on_or_off);
    void allow(const std::string& variant, const std::string& policy);

    Answer receive(const std::string& variant, const std::string& warehouse, std::int64_t units);
    Answer count(const std::string& variant, const std::string& warehouse, std::int64_t units);

    /// An order of one line "1".
    Answer place(const std::string& order, const std::string& variant, std::int64_t units);
    Answer place_lines(const std::string& order, const std::string& lines, const std::string& more = "");
    Answer ship(const std::string& order, const std::string& line, const std::string& warehouse, std::int64_t units);

    /// "on_hand allocated backordered" of a stock record.
    std::string counters(const std::string& variant, const std::string& warehouse);
    /// "warehouse allocated waiting shipped cancelled" of each part of the order.
    std::string parts(const std::string& order);
    std::string state(const std::string& order);
    /// "order units" of each place in the queue of a stock record.
    std::string queue(const std::string& variant, const std::string& warehouse);
};

}  // namespace backorder::test
