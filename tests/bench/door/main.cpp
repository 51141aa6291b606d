// An order of one line by each way into the service, around a store that does nothing: bench_door SECONDS ROUNDS prints
// the median microseconds of a call straight to the service, of a typed one and of a JSON one.

#include "../crew.hpp"
#include "../seller.hpp"
#include "handle.hpp"
#include "registry.hpp"
#include "stub_store.hpp"

#include <backorder/backorder.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

namespace {

constexpr std::string_view marketplace = "market";
constexpr std::string_view line = "1";
constexpr std::string_view variant = stub_variant;

void must(bool done, const char* what) {
    if (!done) throw std::runtime_error(what);
}

Work placing_straight() {
    struct Caller {
        backorder::Backorder service{std::make_unique<StubStore>()};
        backorder::Context host;
        Ids ids;
    };
    const auto caller = std::make_shared<Caller>();
    caller->host.marketplace = marketplace;
    caller->host.budget.deadline = backorder::Clock::now() + std::chrono::hours(24);
    return [caller] {
        backorder::Place order{.order = {caller->ids.next()}, .warehouses = {}, .lines = {}};
        order.lines.push_back({{std::string(line)}, {std::string(variant)}, {1}, {}});
        must(caller->service.run(caller->host, std::move(order)).has_value(), "the service refused an order");
        return std::size_t{1};
    };
}

/// A handle that a host could have opened.
class Host {
public:
    Host() {
        call_.struct_size = sizeof call_;
        call_.role = BO_ROLE_HOST;
        call_.marketplace = marketplace.data();
        call_.marketplace_length = marketplace.size();
    }
    Host(const Host&) = delete;
    Host& operator=(const Host&) = delete;
    ~Host() { bo_close(handle_); }

    void place_typed() {
        const std::string& id = ids_.next();
        const bo_order_line wanted{
            sizeof wanted, 0, line.data(), line.size(), variant.data(), variant.size(), {}, 0, 1};
        const bo_order order{sizeof order, 0, id.data(), id.size(), 0, &wanted, 1, {}, {}, 0};
        bo_result* result = nullptr;
        must(bo_place(handle_, &call_, &order, &result, nullptr) == BO_OK, "the typed call refused an order");
        bo_result_free(result);
    }

    void place_json() {
        constexpr std::string_view operation = "place";
        constexpr std::string_view before = R"({"order":")";
        constexpr std::string_view after = R"(","lines":[{"line":"1","variant":"v","quantity":1}]})";
        text_.assign(before).append(ids_.next()).append(after);
        bo_result* result = nullptr;
        must(bo_call_json(handle_, &call_, operation.data(), operation.size(), text_.data(), text_.size(), &result,
                          nullptr) == BO_OK,
             "the JSON call refused an order");
        std::size_t length = 0;
        must(bo_result_json(result, &length) != nullptr, "no answer as JSON");
        bo_result_free(result);
    }

private:
    bo_backorder* handle_ = *backorder::abi::enlist(std::make_unique<backorder::abi::Handle>(
        std::make_unique<StubStore>(), backorder::LaneSettings(), std::chrono::minutes(1)));
    bo_call call_{};
    Ids ids_;
    std::string text_;
};

Work placing_by(void (Host::*place)()) {
    return [host = std::make_shared<Host>(), place] {
        ((*host).*place)();
        return std::size_t{1};
    };
}

struct Way {
    Work work;
    std::vector<double> medians{};  ///< of each round
};

void measure(double seconds, unsigned rounds) {
    Way ways[] = {{placing_straight()}, {placing_by(&Host::place_typed)}, {placing_by(&Host::place_json)}};
    const auto run = [](const Way& way, double time) {
        return run_crew(1, time, [&](unsigned) { return way.work; }).latency.quantile(0.5);
    };
    for (const Way& way : ways) run(way, seconds / 10);  // does not count
    for (unsigned round = 0; round < rounds; ++round)
        for (Way& way : ways) way.medians.push_back(run(way, seconds));
    for (Way& way : ways) {
        std::sort(way.medians.begin(), way.medians.end());
        std::cout << way.medians[way.medians.size() / 2] << '\n';
    }
}

}  // namespace

}  // namespace bench

int main(int argc, char** argv) {
    try {
        if (argc != 3) throw std::invalid_argument("usage: bench_door SECONDS ROUNDS");
        bench::measure(std::stod(argv[1]), static_cast<unsigned>(std::stoul(argv[2])));
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "bench_door: " << error.what() << '\n';
        return 1;
    }
}
