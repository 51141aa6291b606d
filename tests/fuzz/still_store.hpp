#pragma once
// A store without a database, in which time stands still: after a few calls that furnish it every call finds the same
// shop, so that an input tells the same story each time it is run.

#include "service/store.hpp"

#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace fuzz {

/// What stands in the store.
struct Shelf {
    backorder::State state;
    backorder::Catalog catalog;
    std::map<std::pair<std::string, std::string>, backorder::RecordedCall> calls;  ///< by scope and key
    std::vector<backorder::CallEvents> events;
    std::vector<backorder::Fulfillment> fulfillments;
    std::int64_t sequence = 0;
    bool still = false;  ///< what is written is forgotten
};

/// Variants v and w of seller s, x of seller t; warehouses a and b of the operator, c of t.
Shelf small_shelf();

class StillStore final : public backorder::Store {
public:
    backorder::Outcome<void> transact(backorder::Mode mode, const backorder::Budget& budget,
                                      const std::function<backorder::Verdict(backorder::Work&)>& body) override;
    backorder::Outcome<backorder::SchemaVersions> migrate(const backorder::Budget& budget) override;
    void close(backorder::Clock::time_point) override {}
    backorder::Outcome<int> poll_fd(backorder::PollKind kind) override;
    void events_pulled(const backorder::ConsumerKey&, const backorder::EventCursor&, bool) noexcept override {}
    std::vector<backorder::LogLine> take_logs() override;

    void stand_still();

private:
    std::mutex mutex_;
    Shelf shelf_ = small_shelf();
};

}  // namespace fuzz
