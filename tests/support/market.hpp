#pragma once
// A scenario's marketplace. Every call goes through both doors, each in a marketplace of its own, and the answers must
// be the same. At the end the library's own verify must find nothing wrong in either.

#include "support/door.hpp"

#include <array>
#include <string>
#include <string_view>

namespace backorder::test {

/// Reads JSON written with ' for ", as the tests' requests are.
json::object object(std::string text);

class Market {
public:
    Market();

    /// What BOOST_FIXTURE_TEST_CASE runs at the end.
    void teardown();

    /// One call through both doors, with a key of its own. A text "$cursor" in the request stands for the door's last
    /// cursor.
    Answer ask(const Actor& actor, std::string_view operation, const std::string& request = "{}");
    Answer ask_with_key(const std::string& key, const Actor& actor, std::string_view operation,
                        const std::string& request);

    /// Fails unless it is done.
    Answer done(const Actor& actor, std::string_view operation, const std::string& request = "{}");

    /// One call through one door only: for what differs between two runs of a script.
    Answer ask_by_json(const Actor& actor, std::string_view operation, const std::string& request,
                       const std::string& key = {}) const;

    /// Runs SQL behind the library's back; $M stands for the marketplace, once for each door.
    void sql(const std::string& statements) const;

    /// The first cell of one statement, of both doors' marketplaces one after the other.
    std::string ask_sql_here(const std::string& statement) const;

    /// The marketplace of the JSON door.
    const std::string& name() const { return names_[0]; }

    /// Turned off by scenarios that break rows on purpose.
    bool verified_at_end = true;

private:
    Answer ask_both(const std::string& key, const Actor& actor, std::string_view operation, const std::string& request);
    Answer ask_one(std::size_t door, const std::string& key, const Actor& actor, std::string_view operation,
                   const json::object& request);

    std::array<std::string, 2> names_;
    std::array<std::string, 2> cursors_;
    int keys_ = 0;
};

}  // namespace backorder::test
