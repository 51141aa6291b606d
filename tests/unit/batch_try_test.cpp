#include "service/lanes/batch_try.hpp"

#include "no_work.hpp"

#include <boost/test/unit_test.hpp>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

using namespace backorder;

namespace {

/// One record is locked elsewhere, which order b is known to have a part at. Looking that up fails at the third order,
/// once.
class LockedRecord : public backorder::test::NoWork {
public:
    bool settling_doubt() const override { return false; }
    std::vector<Obstacle> obstacles(const std::string&) override {
        return {{.kind = Obstacle::Kind::record, .id = "v", .warehouse = "w"}};
    }
    std::set<StockKey> records_of(const std::string&, const LoadScope& scope) override {
        if (++lookups_ == 3) throw std::runtime_error("the connection was lost");
        return *scope.orders.begin() == "b" ? std::set<StockKey>{{"v", "w"}} : std::set<StockKey>{};
    }

private:
    int lookups_ = 0;
};

std::shared_ptr<PendingCall> cancellation(const std::string& order) {
    Context context;
    context.marketplace = "m";
    context.budget = {Clock::now() + std::chrono::seconds(10)};
    return std::make_shared<PendingCall>(context, Cancel{.order = {order}, .lines = {}});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(batch_try)

BOOST_AUTO_TEST_CASE(who_stands_in_whose_way_is_looked_up_before_anyone_leaves) {
    const PendingCalls calls{cancellation("a"), cancellation("b"), cancellation("c")};
    BatchMembers members;
    for (const auto& call : calls) members.push_back({.call = call});
    std::vector<Blocked> blocked;
    LockedRecord work;
    BOOST_CHECK_THROW(BatchTry(members, blocked).run(work), std::runtime_error);
    BatchTry again(members, blocked);
    BOOST_TEST((again.run(work) == Verdict::rollback));
    BOOST_REQUIRE(blocked.size() == 1U);
    BOOST_TEST((blocked.front().call == calls[1]));
    BOOST_TEST((again.take_result().put_off == PendingCalls{calls[0], calls[2]}));
}

BOOST_AUTO_TEST_SUITE_END()
