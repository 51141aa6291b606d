// A stock record carries the policies of its variant and product: also one that is made while they change.

#include "support/raw_waiting.hpp"

#include <boost/test/unit_test.hpp>

#include <thread>

namespace backorder::test {
namespace {

struct Furnished {
    Furnished() { raw_furnish(host, 1); }

    RawDatabase database{"policy_lock"};
    RawHost host{database.url()};
};

BOOST_FIXTURE_TEST_SUITE(policy_lock, Furnished)

BOOST_AUTO_TEST_CASE(a_record_made_while_its_product_is_denied_is_denied) {
    const RawTransaction denying(database.url());
    denying.run("SELECT FROM backorder.products WHERE product = 'p' FOR UPDATE");
    denying.run("UPDATE backorder.products SET policy = 'deny' WHERE product = 'p'");
    std::thread delivery([this] {
        host.must(raw_operator("delivery"), "receive",
                  "{'items': [{'variant': 'v0', 'warehouse': 'a', 'quantity': 3}]}");
    });
    wait_until_waiting(database, "Lock", 1);
    denying.commit();
    delivery.join();
    BOOST_TEST(database.sql("SELECT product_policy FROM backorder.stock") == "deny");
    BOOST_TEST(raw_differences(host) == "");
}

BOOST_AUTO_TEST_CASE(a_record_that_does_not_say_what_its_product_says_is_named) {
    raw_stock(host, "v0", "a", 3, 5);
    BOOST_TEST(raw_differences(host) == "");
    database.sql("UPDATE backorder.products SET policy = 'deny' WHERE product = 'p'");
    BOOST_TEST(raw_differences(host).find("record says what its variant and product say") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace backorder::test
