// Servers that end in the middle of calls: nothing acknowledged is lost, nothing is half done, the same handle works
// on.

#include "kill/callers.hpp"
#include "kill/loss.hpp"
#include "kill/moment.hpp"
#include "support/long_form.hpp"
#include "support/raw_server.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <csignal>

namespace backorder::test {
namespace {

namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(server_killed)

BOOST_DATA_TEST_CASE(loses_nothing_acknowledged, data::make({SIGKILL, SIGQUIT}), signal) {
    const int rounds = is_long() ? 200 : 10;
    RawServer server("killed");
    const RawHost host(server.url());
    furnish_for_callers(host);
    const Journal journal;
    Callers callers(host, journal);
    std::mt19937 random(static_cast<unsigned>(signal));
    for (int round = 0; round < rounds; ++round) {
        BOOST_REQUIRE(callers.go_on());
        wait_a_while(random, 100);
        server.kill(signal);
        server.start();
    }
    BOOST_TEST(callers.go_on());
    BOOST_TEST(callers.stop() == "");
    BOOST_TEST(loss(host, server.url(), journal) == "");
    BOOST_TEST_MESSAGE(callers.acknowledged() << " calls over " << rounds << " kills");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace backorder::test
