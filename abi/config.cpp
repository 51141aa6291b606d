#include "config.hpp"

#include "call.hpp"
#include "service/request/json.hpp"
#include "service/request/json_reader.hpp"
#include "support/text.hpp"

#include <algorithm>

namespace backorder::abi {

BOOST_DESCRIBE_STRUCT(Config, (),
                      (database, schema, migrate, pool_size, lanes, lane_lines, queue_size, default_timeout_ms, prepare,
                       poll_interval_ms, idle_timeout_ms, connect))

namespace {

constexpr std::int64_t max_pool_size = 256;
constexpr std::int64_t default_lanes = 2;
constexpr std::int64_t max_lanes = 16;
constexpr std::int64_t max_lane_lines = 10'000;
constexpr std::int64_t max_queue_size = 1'000'000;

void check_text(std::string_view text, std::string_view name, Findings& findings) {
    if (const std::string_view fault = text_fault(text, max_json_bytes); !fault.empty())
        findings.add(Status::text, FieldPath().member(name), fault);
    if (text.empty()) findings.add(Status::config, FieldPath().member(name), "is missing or empty");
}

void check_range(std::int64_t number, std::int64_t most, std::string_view name, Findings& findings) {
    if (number < 1 || number > most)
        findings.add(Status::config, FieldPath().member(name), "must be 1 to " + std::to_string(most));
}

/// All lanes leave a connection to the questions, if there is more than one.
std::int64_t most_lanes(const Config& config) { return config.pool_size > 1 ? config.pool_size - 1 : 1; }

void check(const Config& config, Findings& findings) {
    check_text(config.database, "database", findings);
    check_text(config.schema, "schema", findings);
    check_range(config.pool_size, max_pool_size, "pool_size", findings);
    check_range(config.lanes, max_lanes, "lanes", findings);
    if (config.lanes > most_lanes(config))
        findings.add(Status::config, FieldPath().member("lanes"), "must be less than pool_size");
    check_range(config.lane_lines, max_lane_lines, "lane_lines", findings);
    check_range(config.queue_size, max_queue_size, "queue_size", findings);
    check_range(config.default_timeout_ms, max_timeout.count(), "default_timeout_ms", findings);
    check_range(config.poll_interval_ms, max_timeout.count(), "poll_interval_ms", findings);
    check_range(config.idle_timeout_ms, max_timeout.count(), "idle_timeout_ms", findings);
}

}  // namespace

Outcome<Config> read_config(std::string_view text) {
    const Outcome<boost::json::object> parsed = parse_object(text);
    if (!parsed) return parsed.error();
    Findings findings;
    Config config;
    read_members(*parsed, {}, findings, config);
    if (!config.lanes) config.lanes = std::min(default_lanes, most_lanes(config));
    check(config, findings);
    if (const Outcome<void> checked = findings.outcome(); !checked) return checked.error();
    return config;
}

}  // namespace backorder::abi
