#pragma once
// The domain's decisions, one after the other on one state: a verb made of the fuzzer's bytes, and what it asked for.

#include "domain/fulfill.hpp"
#include "domain/place.hpp"

#include <fuzzer/FuzzedDataProvider.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fuzz {

/// A verb that was carried out, or refused.
struct Carried {
    std::string_view verb;
    backorder::Outcome<backorder::Decision> outcome;
    backorder::Units64 units = 0;               ///< of receive: how many; of count: what was counted
    std::optional<backorder::Demand> demand{};  ///< of place
    std::optional<backorder::Undone> undone{};  ///< of undo
};

/// Two variants of two sellers at three warehouses, one of them a seller's; settings, thresholds and verbs as the bytes
/// say.
class Market {
public:
    Market(const uint8_t* data, size_t size);

    bool over() { return bytes_.remaining_bytes() == 0; }

    /// Now and then a gate or a threshold.
    void change_settings();

    /// Nothing, if what came up breaks the words of the domain's header and would be refused before it.
    std::optional<Carried> step();

    const backorder::State& state() const { return state_; }

private:
    uint32_t below(size_t end) { return bytes_.ConsumeIntegralInRange<uint32_t>(0, static_cast<uint32_t>(end) - 1); }
    std::string variant() { return below(2) == 0 ? "v" : "w"; }
    std::string warehouse() { return std::string(1, static_cast<char>('A' + below(3))); }
    std::string seller() { return below(4) != 0 ? "" : below(2) == 0 ? "s" : "t"; }
    backorder::Units64 units();
    backorder::PartKey part();

    std::optional<Carried> receive();
    std::optional<Carried> count();
    std::optional<Carried> transfer();
    std::optional<Carried> place();
    std::optional<Carried> cancel();
    std::optional<Carried> fulfill(bool strict);
    std::optional<Carried> undo();
    std::optional<Carried> reassign();
    void remember(const backorder::Decision& decision);

    FuzzedDataProvider bytes_;
    backorder::State state_;
    std::vector<backorder::Fulfillment> fulfillments_;
    std::int64_t calls_ = 0;
};

}  // namespace fuzz
