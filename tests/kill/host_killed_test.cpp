// Host processes that end in the middle of calls: nothing acknowledged is lost, nothing is half done, another process
// goes on.

#include "kill/callers.hpp"
#include "kill/loss.hpp"
#include "kill/moment.hpp"
#include "support/long_form.hpp"
#include "support/process.hpp"

#include <boost/test/unit_test.hpp>

namespace backorder::test {
namespace {

RawConfig existing() {
    RawConfig config;
    config.migrate = false;
    return config;
}

/// URL, journal: calls on from where the journal ends, until it is killed. If it ends by itself it says why.
std::string call_until_killed(const Arguments& arguments) {
    const RawHost host(arguments.at(0), existing());
    const Journal journal(arguments.at(1));
    Callers callers(host, journal);
    while (callers.go_on()) {
    }
    return callers.stop() + " nothing goes on";
}
const ChildRole role("call_until_killed", call_until_killed);

/// Waits until the process is in the middle of its work.
bool goes_on(const Journal& journal, std::size_t than) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (journal.read().size() <= than && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    return journal.read().size() > than;
}

BOOST_AUTO_TEST_SUITE(host_killed)

BOOST_AUTO_TEST_CASE(loses_nothing_acknowledged) {
    const int rounds = is_long() ? 200 : 10;
    const RawDatabase database("host_killed");
    const RawHost beside(database.url());
    furnish_for_callers(beside);
    const Journal journal;
    std::mt19937 random(9);
    for (int round = 0; round < rounds; ++round) {
        const ChildProcess killed("call_until_killed", {database.url(), journal.path()});
        BOOST_REQUIRE(goes_on(journal, journal.read().size() + caller_count));
        wait_a_while(random, 100);
    }
    BOOST_TEST(loss(beside, database.url(), journal) == "");
    BOOST_TEST_MESSAGE(journal.read().size() << " calls over " << rounds << " kills");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace backorder::test
