// The configuration of a handle, as far as it is read; what the database library makes of it is not fuzzed.
#include "config.hpp"
#include "promises.hpp"

namespace {

bool within(std::int64_t number, std::int64_t most) { return 1 <= number && number <= most; }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using backorder::Status;
    const auto config = backorder::abi::read_config({reinterpret_cast<const char*>(data), size});
    if (!config) {
        const Status status = config.error().status;
        fuzz::must(status == Status::config || status == Status::json || status == Status::limit ||
                       status == Status::text || status == Status::unknown_member,
                   "a configuration is refused for another reason than the header names");
        fuzz::must(!config.error().message.empty(), "a refused configuration is not explained");
        return 0;
    }
    fuzz::must(!config->database.empty() && !config->schema.empty(), "a text that must be is empty");
    fuzz::must(within(config->pool_size, 256), "pool_size is beyond its range");
    fuzz::must(within(config->lanes, 16) && (config->lanes < config->pool_size || config->pool_size == 1),
               "lanes leave no connection");
    fuzz::must(within(config->lane_lines, 10'000) && within(config->queue_size, 1'000'000),
               "a queue is beyond its range");
    fuzz::must(within(config->default_timeout_ms, 3'600'000), "a timeout is beyond its range");
    fuzz::must(config->poll_interval_ms > 0, "poll_interval_ms is beyond its range");
    fuzz::must(config->idle_timeout_ms > 0, "idle_timeout_ms is beyond its range");
    return 0;
}
