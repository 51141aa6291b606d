// The marketplace's switch: gate 1.

#include "support/shop.hpp"

#include <boost/test/unit_test.hpp>

namespace backorder::test {

BOOST_AUTO_TEST_SUITE(settings)

BOOST_FIXTURE_TEST_CASE(backorders_are_off_until_the_operator_turns_them_on, Market) {
    BOOST_TEST(rows(done(host, "settings_get"), "settings", "backorders_enabled units_over_limit") == "0 0");
    BOOST_TEST(rows(done(the_operator, "settings_set", "{'backorders_enabled':true}"), "settings",
                    "before backorders_enabled dry_run") == "0 1 0");
    BOOST_TEST(cell(done(host, "settings_get"), "settings", "backorders_enabled") == "1");
}

BOOST_FIXTURE_TEST_CASE(only_an_operator_who_manages_the_marketplace_turns_them_on, Market) {
    const Actor clerk{BO_ROLE_OPERATOR, all_permissions & ~std::uint64_t{BO_MANAGE_MARKETPLACE}};
    for (const Actor& actor : {clerk, seller("acme"), host})
        BOOST_TEST(ask(actor, "settings_set", "{'backorders_enabled':true}").status == BO_E_PERMISSION);
    BOOST_TEST(cell(done(host, "settings_get"), "settings", "backorders_enabled") == "0");
}

BOOST_FIXTURE_TEST_CASE(turning_off_keeps_open_backorders_and_counts_them, Shop) {
    threshold("red", "north", 5);
    place("o1", "red", 3);
    const Answer off = done(the_operator, "settings_set", "{'backorders_enabled':false}");
    BOOST_TEST(rows(off, "settings", "before backorders_enabled units_over_limit") == "1 0 3");
    BOOST_TEST(counters("red", "north") == "0 0 3");
    BOOST_TEST(cell(done(host, "settings_get"), "settings", "units_over_limit") == "3");
}

BOOST_FIXTURE_TEST_CASE(turning_off_without_backorders_counts_none, Shop) {
    BOOST_TEST(rows(done(the_operator, "settings_set", "{'backorders_enabled':false}"), "settings",
                    "units_over_limit") == "0");
}

BOOST_FIXTURE_TEST_CASE(backorders_that_stand_while_it_is_off_are_served_and_ship, Shop) {
    threshold("red", "north", 5);
    place("o1", "red", 3);
    turn("off");
    BOOST_TEST(rows(receive("red", "north", 3), "covered", "order units ready") == "o1 3 1");
    BOOST_TEST(ship("o1", "1", "north", 3).status == BO_OK);
    BOOST_TEST(state("o1") == "fulfilled");
}

BOOST_FIXTURE_TEST_CASE(a_call_after_turning_off_never_gets_a_backorder, Shop) {
    threshold("red", "north", 5);
    turn("off");
    const Answer refused = place("o1", "red", 1);
    BOOST_TEST(refused.status == BO_E_SHORTAGE);
    BOOST_TEST(details(refused, "line warehouse gate").find("1 north marketplace") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(turned_on_again_the_old_settings_are_still_there, Shop) {
    threshold("red", "north", 5);
    turn("off");
    turn("on");
    BOOST_TEST(place("o1", "red", 5).status == BO_OK);
}

BOOST_FIXTURE_TEST_CASE(a_dry_run_answers_and_changes_nothing, Shop) {
    threshold("red", "north", 5);
    place("o1", "red", 3);
    const Answer would = ask_with_key("", the_operator, "settings_set", "{'backorders_enabled':false,'dry_run':true}");
    BOOST_TEST(rows(would, "settings", "before backorders_enabled units_over_limit dry_run") == "1 0 3 1");
    BOOST_TEST(cell(done(host, "settings_get"), "settings", "backorders_enabled") == "1");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
