#pragma once
// A store without a database: orders of one variant find it in stock at one warehouse, and nothing is kept.

#include "service/store.hpp"

namespace bench {

inline constexpr const char* stub_variant = "v";

/// For one thread.
class StubStore final : public backorder::Store {
public:
    StubStore();

    backorder::Outcome<void> transact(backorder::Mode mode, const backorder::Budget& budget,
                                      const std::function<backorder::Verdict(backorder::Work&)>& body) override;
    backorder::Outcome<backorder::SchemaVersions> migrate(const backorder::Budget& budget) override;
    void close(backorder::Clock::time_point) override {}
    backorder::Outcome<int> poll_fd(backorder::PollKind kind) override;
    void events_pulled(const backorder::ConsumerKey&, const backorder::EventCursor&, bool) noexcept override;
    std::vector<backorder::LogLine> take_logs() override;

private:
    backorder::State state_;
    std::int64_t sequence_ = 0;
};

}  // namespace bench
