#pragma once
// The journal beside what is stored.

#include "kill/journal.hpp"
#include "support/raw_host.hpp"

#include <string>

namespace backorder::test {

/// Calls that were acknowledged but are not stored, stored but not acknowledged (each caller may have had one on its
/// way), and stored in part; what verify finds. "" if all is well.
std::string loss(const RawHost& host, const std::string& database, const Journal& journal);

}  // namespace backorder::test
