// The C++ wrapper: calls that wait and calls that are submitted, by the same functions.
#include <backorder/backorder.hpp>

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <map>
#include <numeric>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <unistd.h>
#include <utility>
#include <vector>

namespace {

using backorder::call;
using backorder::completion;
using backorder::completions;
using backorder::order_line;
using namespace std::chrono_literals;

constexpr std::uint64_t manage = BO_MANAGE_MARKETPLACE | BO_MANAGE_INVENTORY | BO_MANAGE_FULFILLMENTS;

/// Ten of v at a; nothing may wait.
struct Shop {
    Shop() {
        handle.json(call::host_of(marketplace).key("1"), "warehouse_upsert", R"({"items": [{"warehouse": "a"}]})");
        handle.json(
            call::host_of(marketplace).key("2"), "catalog_upsert",
            R"({"products": [{"product": "p", "seller": "s"}], "variants": [{"variant": "v", "product": "p"}]})");
        handle.receive(manager("3"), {backorder::receipt("v", "a", 10)});
    }

    call manager(std::string_view key) const { return call::operator_of(marketplace, manage).key(key); }

    static std::string config() {
        const char* url = std::getenv("BACKORDER_TEST_DATABASE");
        return std::string(R"({"schema": "abi_wrapper", "migrate": true, "database": ")") +
               (url == nullptr ? "" : url) + "\"}";
    }

    backorder::library library = backorder::library::linked();
    backorder::handle handle = library.open(config());
    std::string marketplace = "wrapper-" + std::to_string(getpid()) + '-' + std::to_string(std::time(nullptr)) + '-' +
                              std::to_string(++shops);
    call host = call::host_of(marketplace);

    static inline int shops = 0;
};

backorder::order order_of(std::string_view id, std::int64_t quantity) { return {id, {order_line("1", "v", quantity)}}; }

bo_status status_thrown(const std::function<void()>& body) {
    try {
        body();
    } catch (const backorder::error& refused) {
        return refused.status();
    }
    return BO_OK;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(wrapper, Shop)

BOOST_AUTO_TEST_CASE(a_submitted_call_gives_nothing_back) {
    const completions answers = library.new_completions();
    static_assert(std::is_same_v<decltype(handle.place(host, order_of("", 1))), backorder::result>);
    static_assert(std::is_void_v<decltype(handle.place(host.submit_to(answers, 1), order_of("", 1)))>);
    static_assert(std::is_void_v<decltype(handle.json(host.submit_to(answers, 1), "verify"))>);
}

BOOST_AUTO_TEST_CASE(answers_are_pulled_under_their_tags) {
    const completions answers = library.new_completions();
    handle.place(host.submit_to(answers, 7), order_of("seven", 7));
    handle.place(host.submit_to(answers, 8), order_of("eight", 8));
    handle.json(host.submit_to(answers, 9), "stock", R"({"variants": ["v"]})");
    std::map<std::uint64_t, completion> pulled;
    while (pulled.size() < 3)
        for (completion& one : answers.pull(20s, 2)) pulled.emplace(one.tag(), std::move(one));
    BOOST_TEST(pulled.at(7).status() == BO_OK);
    BOOST_TEST(pulled.at(7).answer().integers(BO_COL_LINES_ALLOCATED)[0] == 7);
    BOOST_TEST(pulled.at(7).refusal() == nullptr);
    BOOST_TEST(pulled.at(8).status() == BO_E_SHORTAGE);
    BOOST_CHECK_THROW(pulled.at(8).answer(), backorder::error);
    BOOST_TEST(pulled.at(8).refusal()->detail(0, "asked").value() == "8");
    BOOST_TEST(pulled.at(9).answer().texts(BO_COL_STOCK_VARIANT)[0] == "v");
    BOOST_TEST(answers.pull(0ms).empty());
}

BOOST_AUTO_TEST_CASE(what_is_refused_at_once_throws) {
    const completions answers = library.new_completions();
    BOOST_TEST(status_thrown([&] { handle.place(host.submit_to(answers, 1), order_of("none", 0)); }) == BO_E_QUANTITY);
    BOOST_TEST(status_thrown([&] { answers.pull(-2ms); }) == BO_E_ARGUMENT);
    BOOST_TEST(answers.pull(50ms).empty());
}

BOOST_AUTO_TEST_CASE(a_batch_with_a_refused_order_has_a_result_and_a_refusal) {
    const backorder::result placed = handle.place_batch(
        host, {order_of("two", 2), order_of("many", 100), {"at a", {order_line("1", "v", 1)}, {"a"}}});
    BOOST_TEST(placed.status() == BO_SOME_REFUSED);
    BOOST_TEST(placed.integers(BO_COL_PLACED_STATUS)[1] == BO_E_SHORTAGE);
    BOOST_TEST(placed.texts(BO_COL_PLACED_ORDER)[2] == "at a");
    BOOST_REQUIRE(placed.refusal() != nullptr);
    BOOST_TEST(placed.refusal()->status() == BO_SOME_REFUSED);
    BOOST_TEST(placed.refusal()->retry() == BO_RETRY_NO);
    BOOST_TEST(placed.refusal()->rows() == 1U);
    BOOST_TEST(placed.refusal()->detail(0, "item").value() == "1");
    BOOST_TEST(placed.refusal()->detail(0, "asked").value() == "100");
    BOOST_TEST(handle.place_batch(host, {order_of("three", 1)}).refusal() == nullptr);
    BOOST_TEST(handle.place_batch(host, {order_of("none", 100), order_of("none either", 100)}).refusal()->status() ==
               BO_E_SHORTAGE);

    const completions answers = library.new_completions();
    handle.place_batch(host.submit_to(answers, 3), {order_of("two", 2), order_of("many", 100)});
    const std::vector<completion> pulled = answers.pull(20s);
    BOOST_REQUIRE(pulled.size() == 1U);
    BOOST_TEST(pulled[0].answer().status() == BO_SOME_REFUSED);
    BOOST_TEST(pulled[0].answer().integers(BO_COL_PLACED_REPLAYED)[0] == 1);
    BOOST_TEST(pulled[0].refusal()->status() == BO_SOME_REFUSED);
}

BOOST_AUTO_TEST_CASE(completions_may_go_before_their_calls) {
    {
        const completions answers = library.new_completions();
        BOOST_TEST(answers.fd() >= 0);
        for (int i = 0; i < 10; ++i) handle.place(host.submit_to(answers, 1), order_of(std::to_string(i), 1));
    }
    handle.close();
    BOOST_TEST(status_thrown([&] { handle.settings_get(host); }) == BO_E_CLOSED);
}

BOOST_AUTO_TEST_CASE(a_shop_is_configured_by_functions) {
    BOOST_TEST(handle.settings_get(host).integers(BO_COL_SETTINGS_BACKORDERS_ENABLED)[0] == 0);
    handle.settings_set(manager("on"), true);
    BOOST_TEST(handle.settings_get(host).integers(BO_COL_SETTINGS_BACKORDERS_ENABLED)[0] == 1);
    handle.policy_set(manager("p"), {backorder::product_policy("p", BO_POLICY_ALLOW)});
    const backorder::result denied =
        handle.policy_set(manager("v"), {backorder::variant_policy("v", BO_POLICY_DENY)}, BO_DRY_RUN);
    BOOST_TEST(denied.texts(BO_COL_POLICIES_POLICY)[0] == "deny");
    handle.threshold_set(manager("t"), {backorder::product_threshold("p", "a", 3)});
    handle.threshold_set(manager("u"), {backorder::variant_threshold("v", "a", 5)});
    const backorder::result stock = handle.stock(host, {{"v"}, {}, "a"});
    BOOST_TEST(stock.integers(BO_COL_STOCK_THRESHOLD)[0] == 5);
    BOOST_TEST(stock.integers(BO_COL_STOCK_SELLABLE)[0] == 15);
    handle.threshold_set(manager("w"), {backorder::variant_threshold("v", "a", 0, BO_THRESHOLD_UNLIMITED)});
    BOOST_TEST(handle.stock(host, {{}, {"p"}}).integers(BO_COL_STOCK_ROOM_UNLIMITED)[0] == 1);
    const backorder::result shown = handle.availability(host, {backorder::wanted("v", 12)});
    BOOST_TEST(shown.integers(BO_COL_AVAILABILITY_SPLIT_NOW)[0] == 10);
    BOOST_TEST(shown.integers(BO_COL_AVAILABILITY_SPLIT_LATER)[0] == 2);
}

BOOST_AUTO_TEST_CASE(an_order_goes_out_and_is_told_by_functions) {
    handle.place(host, order_of("o", 6));
    BOOST_TEST(handle.shippable(host, "o").integers(BO_COL_SHIPPABLE_SHIPPABLE)[0] == 6);
    const backorder::result shipped = handle.fulfill(manager("f"), "o", {backorder::units("1", 2, "a")}, BO_STRICT);
    BOOST_TEST(shipped.integers(BO_COL_FULFILLMENTS_QUANTITY)[0] == 2);
    const backorder::result less = handle.cancel(call(host).key("c1"), "o", {backorder::units("1", 1)});
    BOOST_TEST(less.integers(BO_COL_LINES_CANCELLED)[0] == 1);
    BOOST_TEST(handle.cancel(call(host).key("c2"), "o").integers(BO_COL_LINES_CANCELLED)[0] == 4);
    BOOST_TEST(handle.cancel(call(host).key("c2"), "o").replayed());

    const backorder::result events = handle.events(host, "watcher");
    const backorder::text_column types = events.texts(BO_COL_EVENTS_TYPE);
    BOOST_TEST(types.size() == events.rows(BO_TABLE_EVENTS));
    BOOST_TEST(types[0] == "stock.back");
    BOOST_TEST(types[1] == "order.placed");
    BOOST_TEST(events.json().substr(0, 1) == "{");
    handle.events_acknowledge(host, "watcher", events.texts(BO_COL_CURSOR_CURSOR)[0]);
    BOOST_TEST(handle.events(host, "watcher").rows(BO_TABLE_EVENTS) == 0U);
}

BOOST_AUTO_TEST_CASE(a_column_is_walked_and_one_that_is_not_there_is_empty) {
    const backorder::result placed = handle.place(host, {"o", {order_line("1", "v", 2), order_line("2", "v", 3)}});
    const backorder::integer_column allocated = placed.integers(BO_COL_LINES_ALLOCATED);
    BOOST_TEST(allocated.size() == 2U);
    BOOST_TEST(std::accumulate(allocated.begin(), allocated.end(), std::int64_t{0}) == 5);
    BOOST_TEST(placed.integers(BO_COL_STOCK_ON_HAND).size() == 0U);
    BOOST_TEST(placed.texts(BO_COL_STOCK_VARIANT).size() == 0U);
}

BOOST_AUTO_TEST_CASE(a_refusal_says_why_in_every_form) {
    try {
        handle.place(host, order_of("o", 11));
        BOOST_FAIL("was not refused");
    } catch (const backorder::error& refused) {
        BOOST_TEST(refused.status_name() == std::string("BO_E_SHORTAGE"));
        BOOST_TEST(refused.what() == std::string(refused.message()));
        BOOST_TEST(std::string(refused.message()).substr(0, 9) == "Order 'o'");
        BOOST_TEST(refused.retry() == BO_RETRY_NO);
        BOOST_TEST(refused.sqlstate() == std::string());
        BOOST_TEST(refused.rows() == 2U);
        BOOST_TEST(refused.detail(0, "short").value() == "1");
        BOOST_TEST(!refused.detail(0, "colour").has_value());
        BOOST_TEST(!refused.detail(2, "short").has_value());
        BOOST_TEST(std::string(refused.json()).find("\"name\":\"BO_E_SHORTAGE\"") != std::string::npos);
    }
}

// Goals: where memory ran out there is a status and nothing more.
BOOST_AUTO_TEST_CASE(an_error_may_be_a_status_alone) {
    const backorder::error bare(library.api(), BO_E_OUT_OF_MEMORY, nullptr);
    BOOST_TEST(bare.what() == std::string("BO_E_OUT_OF_MEMORY"));
    BOOST_TEST(bare.retry() == BO_RETRY_NO);
    BOOST_TEST(bare.sqlstate() == std::string());
    BOOST_TEST(bare.json() == std::string("{}"));
    BOOST_TEST(bare.rows() == 0U);
    BOOST_TEST(!bare.detail(0, "short").has_value());
}

BOOST_AUTO_TEST_CASE(a_call_carries_who_asks_and_for_how_long) {
    const call owner = call::seller_of(marketplace, "s", BO_MANAGE_INVENTORY)
                           .user("ann")
                           .traceparent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    handle.receive(call(owner).key("r"), {backorder::receipt("v", "a", 1)});
    const backorder::result ledger = handle.json(host, "ledger", R"({"variant": "v", "warehouse": "a"})");
    BOOST_TEST(std::string(ledger.json()).find("ann") != std::string::npos);
    const backorder::token canceller = library.new_token();
    canceller.cancel();
    BOOST_TEST(status_thrown([&] { handle.place(call(host).cancelled_by(canceller), order_of("late", 1)); }) ==
               BO_E_CANCELLED);
    BOOST_TEST(status_thrown([&] { handle.place(call(host).timeout(-1ms), order_of("late", 1)); }) == BO_E_ARGUMENT);
    BOOST_TEST(status_thrown([&] { handle.json(host, "order", R"({"order": "late"})"); }) == BO_E_NOT_FOUND);
}

BOOST_AUTO_TEST_CASE(a_handle_is_opened_migrated_and_watched) {
    BOOST_TEST(library.version() == backorder::library::linked().version());
    BOOST_TEST(handle.api() == library.api());
    BOOST_TEST(handle.migrate(20s).status() == BO_OK);
    BOOST_TEST(handle.logs().status() == BO_OK);
    BOOST_TEST(handle.poll_fd(BO_POLL_LOGS) >= 0);
    BOOST_TEST(status_thrown([&] { handle.poll_fd(99); }) == BO_E_ARGUMENT);
    BOOST_TEST(status_thrown([&] { library.open(R"({"database": 5})"); }) == BO_E_CONFIG);
}

BOOST_AUTO_TEST_CASE(a_library_is_loaded_or_says_why_not) {
    const backorder::library loaded = backorder::library::load(std::getenv("BACKORDER_LIBRARY"));
    BOOST_TEST(loaded.version() == std::string(library.version()));
    BOOST_CHECK_THROW(backorder::library::load("/no/such/libbackorder.so.1"), std::runtime_error);
    BOOST_CHECK_THROW(backorder::library::load("libc.so.6"), std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
