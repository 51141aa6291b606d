#pragma once
// How a handle is opened.

#include "service/answer/answer.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace backorder::abi {

/// Members are those of the JSON configuration, as the header explains them.
struct Config {
    std::string database;
    std::string schema = "backorder";
    bool migrate = false;
    std::int64_t pool_size = 8;
    std::int64_t lanes = 0;  ///< once read at least 1
    std::int64_t lane_lines = 1000;
    std::int64_t queue_size = 16'384;
    std::int64_t default_timeout_ms = 5000;
    bool prepare = true;
    std::int64_t poll_interval_ms = 500;
    std::int64_t idle_timeout_ms = 60'000;
    bool connect = false;
};

/// Status::config, limit, json, unknown_member, text, with the `field`.
Outcome<Config> read_config(std::string_view text);

}  // namespace backorder::abi
