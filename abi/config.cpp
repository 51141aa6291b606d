#include "config.hpp"

#include "call.hpp"
#include "service/json_reader.hpp"
#include "service/json_text.hpp"
#include "service/text_check.hpp"

namespace backorder::abi {

BOOST_DESCRIBE_STRUCT(Config, (),
                      (database, schema, migrate, pool_size, default_timeout_ms, prepare, poll_interval_ms))

namespace {

constexpr std::int64_t max_pool_size = 256;

void check_text(std::string_view text, std::string_view name, Findings& findings) {
    if (const std::string_view fault = text_fault(text, max_json_bytes); !fault.empty())
        findings.add(Status::text, FieldPath().member(name), fault);
    if (text.empty())
        findings.add(Status::config, FieldPath().member(name), "is missing or empty");
}

void check_range(std::int64_t number, std::int64_t most, std::string_view name, Findings& findings) {
    if (number < 1 || number > most)
        findings.add(Status::config, FieldPath().member(name), "must be 1 to " + std::to_string(most));
}

void check(const Config& config, Findings& findings) {
    check_text(config.database, "database", findings);
    check_text(config.schema, "schema", findings);
    check_range(config.pool_size, max_pool_size, "pool_size", findings);
    check_range(config.default_timeout_ms, max_timeout.count(), "default_timeout_ms", findings);
    check_range(config.poll_interval_ms, max_timeout.count(), "poll_interval_ms", findings);
}

}  // namespace

Outcome<Config> read_config(std::string_view text) {
    const Outcome<boost::json::object> parsed = parse_object(text);
    if (!parsed)
        return parsed.error();
    Findings findings;
    Config config;
    read_members(*parsed, {}, findings, config);
    check(config, findings);
    if (const Outcome<void> checked = findings.outcome(); !checked)
        return checked.error();
    return config;
}

}  // namespace backorder::abi
