#include "domain/gates.hpp"

#include "scenario.hpp"

#include <boost/test/unit_test.hpp>

#include <vector>

using namespace backorder;

namespace {

constexpr auto limit = Threshold::Mode::limit;
constexpr auto unlimited = Threshold::Mode::unlimited;

struct GateCase {
    const char* goal;
    bool marketplace;
    Policy variant;
    Policy product;
    bool active;
    Threshold own;
    Threshold of_product;
    Units64 backordered;
    const char* gate;
    Units64 room;
    Units64 over;
};

void check(const GateCase& wanted) {
    State state = scenario::read_state("A 0/0/0");
    state.backorders_enabled = wanted.marketplace;
    state.variants.at("v").own = wanted.variant;
    state.variants.at("v").of_product = wanted.product;
    state.warehouses.at("A").active = wanted.active;
    const StockKey key{"v", "A"};
    const StockRecord record{
        {.on_hand = 7, .allocated = 7, .backordered = wanted.backordered}, wanted.own, wanted.of_product};

    const Sellable found = sellable(state, key, record);
    BOOST_TEST(name(shut_gate(state, key, record)) == wanted.gate);
    BOOST_TEST(name(found.shut) == wanted.gate);
    BOOST_TEST(found.room.units == wanted.room);
    BOOST_TEST(found.room.unlimited == (wanted.room > 0 && record.threshold().mode == unlimited));
    BOOST_TEST(found.available == 0);
    BOOST_TEST(units_over_limit(state, key, record) == wanted.over);
}

void check(const std::vector<GateCase>& cases) {
    for (const GateCase& wanted : cases) BOOST_TEST_CONTEXT(wanted.goal) {
            check(wanted);
        }
}

constexpr auto allow = Policy::allow;
constexpr auto deny = Policy::deny;
constexpr auto inherit = Policy::inherit;

}  // namespace

BOOST_AUTO_TEST_SUITE(gates)

// Goals: every gate alone shuts; the first shut one in the order marketplace, variant, threshold, warehouse is named; a
// shut gate leaves no room and puts all that waits over the limit, except the threshold's, which allows its own number.
BOOST_AUTO_TEST_CASE(each_gate_shuts_alone_and_the_first_is_named) {
    check({
        {"all open", true, allow, deny, true, {limit, 5}, {}, 0, "", 5, 0},
        {"marketplace", false, allow, allow, true, {limit, 5}, {}, 2, "marketplace", 0, 2},
        {"variant", true, deny, allow, true, {limit, 5}, {}, 2, "variant", 0, 2},
        {"threshold", true, allow, allow, true, {limit, 0}, {}, 2, "threshold", 0, 2},
        {"warehouse", true, allow, allow, false, {limit, 5}, {}, 2, "warehouse", 0, 2},
        {"marketplace before variant", false, deny, deny, true, {limit, 5}, {}, 0, "marketplace", 0, 0},
        {"variant before threshold", true, deny, deny, true, {limit, 0}, {}, 0, "variant", 0, 0},
        {"threshold before warehouse", true, allow, deny, false, {limit, 0}, {}, 0, "threshold", 0, 0},
        {"all shut", false, deny, deny, false, {limit, 0}, {}, 3, "marketplace", 0, 3},
    });
}

// Goals: the variant's own word counts, else its product's, else it is denied.
BOOST_AUTO_TEST_CASE(a_variant_inherits_from_its_product) {
    check({
        {"nothing said", true, inherit, inherit, true, {limit, 5}, {}, 0, "variant", 0, 0},
        {"the product allows", true, inherit, allow, true, {limit, 5}, {}, 0, "", 5, 0},
        {"the product denies", true, inherit, deny, true, {limit, 5}, {}, 0, "variant", 0, 0},
        {"the variant allows against it", true, allow, deny, true, {limit, 5}, {}, 0, "", 5, 0},
        {"the variant denies against it", true, deny, allow, true, {limit, 5}, {}, 0, "variant", 0, 0},
    });
}

// Goals: the threshold is the record's own, else the product's, else 0; 0 disallows; unlimited is no number; at the
// limit is shut, one below is open by one; above the limit no room and the difference over it, never less than 0.
BOOST_AUTO_TEST_CASE(the_threshold_is_exact) {
    check({
        {"nothing said is 0", true, allow, deny, true, {}, {}, 0, "threshold", 0, 0},
        {"0 disallows", true, allow, deny, true, {limit, 0}, {limit, 9}, 0, "threshold", 0, 0},
        {"the product's", true, allow, deny, true, {}, {limit, 9}, 2, "", 7, 0},
        {"own before the product's", true, allow, deny, true, {limit, 3}, {limit, 9}, 2, "", 1, 0},
        {"own before the product's unlimited", true, allow, deny, true, {limit, 3}, {unlimited, 0}, 0, "", 3, 0},
        {"own unlimited before the product's",
         true,
         allow,
         deny,
         true,
         {unlimited, 0},
         {limit, 3},
         5,
         "",
         most_units - 5,
         0},
        {"the product's unlimited", true, allow, deny, true, {}, {unlimited, 0}, 0, "", most_units, 0},
        {"one below", true, allow, deny, true, {limit, 5}, {}, 4, "", 1, 0},
        {"at the limit", true, allow, deny, true, {limit, 5}, {}, 5, "threshold", 0, 0},
        {"over it", true, allow, deny, true, {limit, 5}, {}, 8, "threshold", 0, 3},
        {"unlimited at its end", true, allow, deny, true, {unlimited, 0}, {}, most_units, "threshold", 0, 0},
        {"the highest number is a number", true, allow, deny, true, {limit, most_units}, {}, 1, "", most_units - 1, 0},
    });
}

// Goals: available is what is on the shelf and not promised, whatever the gates say.
BOOST_AUTO_TEST_CASE(goods_are_for_sale_behind_shut_gates) {
    const State state = scenario::read_state("A 7/3/0; !off; !closed A; !deny v; x.1@A 3+0");
    const StockKey key{"v", "A"};
    BOOST_TEST(sellable(state, key, state.stock.at(key)).available == 4);
}

// Goals: at the limit from the threshold upwards, but never while nobody waits.
BOOST_AUTO_TEST_CASE(a_record_is_at_its_limit_only_while_someone_waits) {
    const auto at = [](Units64 backordered, Threshold own) {
        return at_limit({{.on_hand = 0, .allocated = 0, .backordered = backordered}, own, {}});
    };
    BOOST_TEST(!at(0, {limit, 0}));
    BOOST_TEST(at(1, {limit, 0}));
    BOOST_TEST(!at(4, {limit, 5}));
    BOOST_TEST(at(5, {limit, 5}));
    BOOST_TEST(at(6, {limit, 5}));
    BOOST_TEST(!at(most_units - 1, {unlimited, 0}));
    BOOST_TEST(at(most_units, {unlimited, 0}));
}

BOOST_AUTO_TEST_SUITE_END()
