#pragma once
// Tests of who waits for whom: the moment at which all of them do.

#include "support/raw_host.hpp"

#include <chrono>
#include <string>

namespace backorder::test {

/// Were so many sessions of the database seen waiting, by pg_stat_activity's wait_event_type or wait_event, before it
/// was too late?
bool seen_waiting(const RawDatabase& database, const std::string& where, int sessions,
                  std::chrono::steady_clock::time_point latest);

/// Until they are. Throws after 20 s.
void wait_until_waiting(const RawDatabase& database, const std::string& where, int sessions);

}  // namespace backorder::test
