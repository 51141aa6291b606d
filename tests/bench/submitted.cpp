#include "submitted.hpp"

#include <chrono>
#include <stdexcept>

namespace bench {

namespace {

using Clock = std::chrono::steady_clock;

class Reactor {
public:
    Reactor(const Shop& shop, const Baskets& baskets, std::size_t in_flight)
        : api_(shop.api()), handle_(shop.handle().get()), host_(shop.host()), call_(host_.get()), baskets_(baskets),
          completions_(api_->completions_new(), api_->completions_free), sent_(in_flight), tags_(in_flight),
          statuses_(in_flight), results_(in_flight), errors_(in_flight) {
        if (!completions_) throw std::bad_alloc();
        call_.completions = completions_.get();
    }

    Tally run(double seconds) {
        const auto begin = Clock::now();
        const auto end = begin + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
        for (std::size_t tag = 0; tag < sent_.size(); ++tag) submit(tag, begin);
        for (std::size_t in_flight = sent_.size(); in_flight > 0;) {
            const std::size_t answered = pull();
            const auto now = Clock::now();
            for (std::size_t i = 0; i < answered; ++i) {
                const std::size_t tag = finish(i, now);
                if (now < end)
                    submit(tag, now);
                else
                    --in_flight;
            }
        }
        tally_.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
        return tally_;
    }

private:
    void submit(std::size_t tag, Clock::time_point now) {
        const std::string& id = ids_.next();
        lines_.clear();
        for (const Line& line : baskets_())
            lines_.push_back(backorder::order_line(line.line, line.variant, line.quantity));
        bo_order order{};
        order.struct_size = sizeof order;
        order.order = id.data();
        order.order_length = id.size();
        order.lines = lines_.data();
        order.line_count = lines_.size();
        call_.tag = tag;
        sent_[tag] = now;
        bo_result* none = nullptr;
        bo_error* error = nullptr;
        must(api_, api_->place(handle_, &call_, &order, &none, &error), error, "submitting an order");
    }

    std::size_t pull() {
        constexpr std::int64_t patience_ms = 120'000;
        std::size_t count = 0;
        must(api_,
             api_->completions_pull(completions_.get(), patience_ms, tags_.size(), tags_.data(), statuses_.data(),
                                    results_.data(), errors_.data(), &count),
             nullptr, "pulling");
        if (count == 0) throw std::runtime_error("submitted orders are never answered");
        return count;
    }

    std::size_t finish(std::size_t i, Clock::time_point now) {
        must(api_, statuses_[i], errors_[i], "a submitted order");
        api_->result_free(results_[i]);
        const auto tag = static_cast<std::size_t>(tags_[i]);
        const auto took = std::chrono::duration_cast<std::chrono::nanoseconds>(now - sent_[tag]);
        tally_.latency.add(static_cast<std::uint64_t>(took.count()));
        ++tally_.done;
        return tag;
    }

    const bo_api* api_;
    bo_backorder* handle_;
    const backorder::call host_;
    bo_call call_;
    const Baskets& baskets_;
    const std::unique_ptr<bo_completions, void (*)(bo_completions*)> completions_;
    std::vector<Clock::time_point> sent_;  ///< by tag
    std::vector<std::uint64_t> tags_;
    std::vector<bo_status> statuses_;
    std::vector<bo_result*> results_;
    std::vector<bo_error*> errors_;
    std::vector<bo_order_line> lines_;
    Ids ids_;
    Tally tally_;
};

}  // namespace

bool can_submit(const Shop& shop) { return shop.has(&bo_api::completions_new) && shop.has(&bo_api::completions_pull); }

Tally run_submitted(const Shop& shop, const Baskets& baskets, std::size_t in_flight, double seconds) {
    return Reactor(shop, baskets, in_flight).run(seconds);
}

}  // namespace bench
