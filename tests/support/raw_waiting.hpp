#pragma once
// Tests of who waits for whom: the moment at which all of them do.

#include "support/raw_host.hpp"

#include <string>

namespace backorder::test {

/// Until so many sessions of the database wait, by pg_stat_activity's wait_event_type or wait_event. Throws after 20 s.
void wait_until_waiting(const RawDatabase& database, const std::string& where, int sessions);

}  // namespace backorder::test
