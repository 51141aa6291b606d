// Who may do what: every operation by every actor with every single permission, none and all.

#include "support/operations.hpp"
#include "support/shop.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

namespace backorder::test {

namespace {

/// Settings, catalogue, counters and promises as one text: `before == after` says that nothing changed.
constexpr auto everything =
    "SELECT (SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM marketplaces t WHERE marketplace = $M)"
    " || (SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM warehouses t WHERE marketplace = $M)"
    " || (SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM variants t WHERE marketplace = $M)"
    " || (SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM stock t WHERE marketplace = $M)"
    " || (SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM parts t WHERE marketplace = $M)"
    " || (SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM fulfillments t WHERE marketplace = $M)"
    " || (SELECT count(*) FROM calls WHERE marketplace = $M) || (SELECT count(*) FROM ledger WHERE marketplace = $M)";

/// The order o1 of acme: 2 of its 5 units shipped, 1 allocated, 2 waiting at north; blue lies free there.
struct Matrix : Shop {
    Matrix() {
        threshold("red", "north", 9);
        threshold("red", "south", 9);
        receive("red", "north", 3);
        receive("blue", "north", 3);
        place("o1", "red", 5);
        ship("o1", "1", "north", 2);
    }
};

std::vector<std::uint64_t> permission_sets(std::uint32_t role) {
    if (role == BO_ROLE_HOST) return {0};
    std::vector<std::uint64_t> sets{0, BO_MANAGE_INVENTORY, BO_MANAGE_ORDERS, BO_MANAGE_FULFILLMENTS};
    sets.push_back(role == BO_ROLE_SELLER ? seller_permissions : std::uint64_t{BO_MANAGE_MARKETPLACE});
    if (role == BO_ROLE_OPERATOR) sets.push_back(all_permissions);
    return sets;
}

std::vector<Actor> actors() {
    std::vector<Actor> made;
    for (const Actor& who :
         {Actor{BO_ROLE_HOST, 0, "", ""}, Actor{BO_ROLE_OPERATOR, 0, "", ""}, seller("acme"), seller("globex")})
        for (const std::uint64_t permissions : permission_sets(who.role))
            made.push_back({who.role, permissions, who.seller, ""});
    return made;
}

bo_status expected(const OperationCase& asked, const Actor& actor) {
    const bool reads = asked.permission == 0;
    if (actor.role == BO_ROLE_HOST && !asked.host) return BO_E_PERMISSION;
    if (actor.role == BO_ROLE_SELLER && !asked.sellers) return BO_E_PERMISSION;
    if (actor.role != BO_ROLE_HOST && !reads && (actor.permissions & asked.permission) == 0) return BO_E_PERMISSION;
    return actor.seller == "globex" && asked.scoped ? BO_E_NOT_FOUND : BO_OK;
}

std::string shown(const Actor& actor) {
    const char* const roles[] = {"", "host", "operator", "seller "};
    return roles[actor.role] + actor.seller + " with permissions " + std::to_string(actor.permissions);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(permission)

BOOST_AUTO_TEST_CASE(every_operation_is_open_to_whom_it_should_be_and_to_nobody_else) {
    for (const OperationCase& asked : every_operation()) {
        Matrix denied;
        const std::string before = denied.ask_sql_here(everything);
        for (const Actor& actor : actors()) {
            BOOST_TEST_INFO_SCOPE(asked.operation << " by " << shown(actor));
            const bo_status status = expected(asked, actor);
            if (status == BO_OK) continue;
            BOOST_TEST(denied.ask(actor, asked.operation, asked.request).status == status);
            BOOST_TEST(denied.ask_sql_here(everything) == before);
        }
        denied.teardown();
    }
}

BOOST_AUTO_TEST_CASE(whom_it_is_open_to_it_serves) {
    for (const OperationCase& asked : every_operation())
        for (const Actor& actor : actors()) {
            if (expected(asked, actor) != BO_OK) continue;
            BOOST_TEST_INFO_SCOPE(asked.operation << " by " << shown(actor));
            Matrix allowed;
            BOOST_TEST(allowed.ask(actor, asked.operation, asked.request).status == BO_OK);
            allowed.teardown();
        }
}

BOOST_FIXTURE_TEST_CASE(a_denial_says_what_would_allow_it, Shop) {
    const Answer denied = ask(seller("acme", BO_MANAGE_ORDERS), "receive",
                              "{'items':[{'variant':'red','warehouse':'north','quantity':1}]}");
    BOOST_TEST(details(denied, "operation") == "receive");
    BOOST_TEST(details(denied, "needed").find("MANAGE_INVENTORY") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(roles_sellers_and_permissions_must_fit_each_other, Shop) {
    const std::vector<std::pair<Actor, bo_status>> actors_and_answers{
        {{BO_ROLE_HOST, BO_MANAGE_INVENTORY, "", ""}, BO_E_ACTOR},
        {{BO_ROLE_SELLER, all_permissions, "acme", ""}, BO_E_ACTOR},
        {{BO_ROLE_SELLER, 0, "", ""}, BO_E_ACTOR},
        {{BO_ROLE_OPERATOR, 0, "acme", ""}, BO_E_ACTOR},
        {{BO_ROLE_HOST, 0, "acme", ""}, BO_E_ACTOR},
        {{BO_ROLE_OPERATOR, 16, "", ""}, BO_E_RESERVED}};
    for (const auto& [actor, status] : actors_and_answers) {
        BOOST_TEST_INFO_SCOPE(shown(actor));
        BOOST_TEST(ask(actor, "stock", "{'variants':['red']}").status == status);
    }
}

BOOST_FIXTURE_TEST_CASE(the_process_and_its_schema_are_no_business_of_a_seller, Shop) {
    for (const std::string operation : {"logs", "migrate"}) {
        BOOST_TEST_INFO_SCOPE(operation);
        const Answer denied = ask(seller("acme"), operation);
        BOOST_TEST(denied.status == BO_E_PERMISSION);
        BOOST_TEST(details(denied, "operation") == operation);
        BOOST_TEST(ask(host, operation).status == BO_OK);
        BOOST_TEST(ask(the_operator, operation).status == BO_OK);
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace backorder::test
