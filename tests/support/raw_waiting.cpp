#include "support/raw_waiting.hpp"

#include <stdexcept>
#include <thread>

namespace backorder::test {

bool seen_waiting(const RawDatabase& database, const std::string& where, int sessions,
                  std::chrono::steady_clock::time_point latest) {
    const std::string count = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND '" + where +
                              "' IN (wait_event_type, wait_event)";
    while (database.sql(count) != std::to_string(sessions)) {
        if (std::chrono::steady_clock::now() > latest) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return true;
}

void wait_until_waiting(const RawDatabase& database, const std::string& where, int sessions) {
    if (!seen_waiting(database, where, sessions, std::chrono::steady_clock::now() + std::chrono::seconds(20)))
        throw std::runtime_error("not so many sessions wait: " + where);
}

}  // namespace backorder::test
