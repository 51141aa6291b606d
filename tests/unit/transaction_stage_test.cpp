#include "store/engine/transaction.hpp"

#include <boost/test/unit_test.hpp>

#include <array>

using namespace backorder;

BOOST_AUTO_TEST_SUITE(transaction_stage)

// Goals: every stage and every step; what is not answered is never thought to have ended.
BOOST_AUTO_TEST_CASE(follows_from_the_one_before_and_what_happens) {
    constexpr std::array steps{Step::sends, Step::fails, Step::ends, Step::answered, Step::undecided};
    struct Row {
        Stage from;
        std::array<Stage, 5> to;
    };
    constexpr Stage fresh = Stage::fresh, open = Stage::open, failed = Stage::failed, ending = Stage::ending,
                    ended = Stage::ended;
    constexpr std::array<Row, 5> table{{
        {fresh, {open, failed, ended, fresh, fresh}},
        {open, {open, failed, ending, open, open}},
        {failed, {failed, failed, ending, failed, failed}},
        {ending, {ending, ending, ending, ended, failed}},
        {ended, {ended, ended, ended, ended, ended}},
    }};
    for (const Row& row : table)
        for (std::size_t i = 0; i < steps.size(); ++i)
            BOOST_TEST((next(row.from, steps[i]) == row.to[i]),
                       "stage " << static_cast<int>(row.from) << ", step " << static_cast<int>(steps[i]));
}

BOOST_AUTO_TEST_SUITE_END()
