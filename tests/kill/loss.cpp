#include "kill/loss.hpp"

#include <iterator>
#include <set>
#include <sstream>

namespace backorder::test {

namespace {

/// Keys of callers' calls; those of furnishing have blanks.
std::set<std::string> stored_keys(const std::string& database) {
    std::istringstream text(
        raw_sql(database, "SELECT string_agg(key, ' ') FROM backorder.calls WHERE key NOT LIKE '% %'"));
    return {std::istream_iterator<std::string>(text), {}};
}

/// A call moves goods or it is not there: what verify cannot know, because it believes the rows of calls.
std::string half_calls(const std::string& database) {
    return raw_sql(database, R"(
SELECT string_agg(what || ' ' || key, ', ') FROM (
    SELECT 'call without rows' AS what, key FROM backorder.calls c
    WHERE verb IN ('place', 'transfer', 'cancel', 'fulfill', 'cancel_fulfillment')
      AND NOT EXISTS (SELECT FROM backorder.ledger l WHERE l.key = c.key)
    UNION ALL
    SELECT 'rows without call', key FROM backorder.ledger l WHERE NOT EXISTS (SELECT FROM backorder.calls c WHERE c.key = l.key)
    UNION ALL
    SELECT 'part of a delivery', key FROM backorder.calls c
    WHERE verb = 'receive' AND (body::json -> 'items' -> 0 ->> 'quantity')::bigint IS DISTINCT FROM
          (SELECT sum(on_hand) FROM backorder.ledger l WHERE l.key = c.key)
) AS found)");
}

}  // namespace

std::string loss(const RawHost& host, const std::string& database, const Journal& journal) {
    std::set<std::string> stored = stored_keys(database);
    std::string found;
    for (const auto& [number, status] : journal.read()) {
        const bool is_stored = stored.erase(key_of(number)) == 1;
        if (is_stored != (status == BO_OK))
            found += key_of(number) + (is_stored ? " was refused but is stored; " : " is lost; ");
    }
    for (const std::string& key : stored) {
        const int caller = std::stoi(key);
        if (key != key_of({caller, journal.next_call(caller)})) found += key + " was never acknowledged; ";
    }
    return found + half_calls(database) + raw_differences(host);
}

}  // namespace backorder::test
