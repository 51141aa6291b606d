// The C++ wrapper: calls that wait and calls that are submitted, by the same functions.
#include <backorder/backorder.hpp>

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <map>
#include <string>
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

constexpr std::uint64_t manage = BO_MANAGE_MARKETPLACE | BO_MANAGE_INVENTORY;

/// Ten of v at a; nothing may wait.
struct Shop {
    Shop() {
        handle.json(call::host_of(marketplace).key("1"), "warehouse_upsert", R"({"items": [{"warehouse": "a"}]})");
        handle.json(call::host_of(marketplace).key("2"), "catalog_upsert",
                    R"({"products": [{"product": "p", "seller": "s"}], "variants": [{"variant": "v", "product": "p"}]})");
        handle.receive(call::operator_of(marketplace, manage).key("3"), {backorder::receipt("v", "a", 10)});
    }

    static std::string config() {
        const char* url = std::getenv("BACKORDER_TEST_DATABASE");
        return std::string(R"({"schema": "abi_wrapper", "migrate": true, "database": ")") + (url == nullptr ? "" : url) + "\"}";
    }

    backorder::library library = backorder::library::linked();
    backorder::handle handle = library.open(config());
    std::string marketplace = "wrapper-" + std::to_string(getpid()) + '-' + std::to_string(std::time(nullptr)) + '-' + std::to_string(++shops);
    call host = call::host_of(marketplace);

    static inline int shops = 0;
};

backorder::order order_of(std::string_view id, std::int64_t quantity) {
    return {id, {order_line("1", "v", quantity)}};
}

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
        for (completion& one : answers.pull(20s, 2))
            pulled.emplace(one.tag(), std::move(one));
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
    const backorder::result placed = handle.place_batch(host, {order_of("two", 2), order_of("many", 100), {"at a", {order_line("1", "v", 1)}, {"a"}}});
    BOOST_TEST(placed.status() == BO_SOME_REFUSED);
    BOOST_TEST(placed.integers(BO_COL_PLACED_STATUS)[1] == BO_E_SHORTAGE);
    BOOST_TEST(placed.texts(BO_COL_PLACED_ORDER)[2] == "at a");

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
        for (int i = 0; i < 10; ++i)
            handle.place(host.submit_to(answers, 1), order_of(std::to_string(i), 1));
    }
    handle.close();
    BOOST_TEST(status_thrown([&] { handle.settings_get(host); }) == BO_E_CLOSED);
}

BOOST_AUTO_TEST_SUITE_END()
