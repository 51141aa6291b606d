#include "support/raw_waiting.hpp"

#include <chrono>
#include <stdexcept>
#include <thread>

namespace backorder::test {

void wait_until_waiting(const RawDatabase& database, const std::string& where, int sessions) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    const std::string count = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND '" + where +
                              "' IN (wait_event_type, wait_event)";
    while (database.sql(count) != std::to_string(sessions)) {
        if (std::chrono::steady_clock::now() > deadline) {
            throw std::runtime_error("not so many sessions wait: " + where);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
}

}  // namespace backorder::test
