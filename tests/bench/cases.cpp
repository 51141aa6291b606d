#include "cases.hpp"

namespace bench {

const std::vector<Case>& all_cases() {
    static const std::vector<Case> cases{
        {"hot", "32 threads, one variant, orders of one line", false, run_hot},
        {"hot256", "256 threads, one variant, orders of one line", false, run_hot256},
        {"async", "one thread, 1000 submitted calls in flight, one variant", false, run_async},
        {"batch", "one thread, 1000 orders a call, one variant", false, run_batch},
        {"prefork", "32 processes with one caller each, one variant, orders of one line", false, run_prefork},
        {"spread", "32 threads, 100 000 variants, orders of three lines", false, run_spread},
        {"held", "spread over 200 variants of which somebody has locked one, beside the same with none locked", false,
         run_held},
        {"mixed", "32 threads: 7 of 10 calls place baskets, the others cancel, receive and fulfill", false, run_mixed},
        {"single", "one thread: median and p99 of an order of one line", false, run_single},
        {"first_answer", "one thread: from opening a handle to the first answer, median", false, run_first_answer},
        {"availability", "1 and 8 threads, 100 variants a call", false, run_availability},
        {"restock", "one delivery that covers 100 to 100 000 waiting lines", false, run_restock},
        {"import", "100 000 products, policies, thresholds and stock into an empty database, beside 10 000", false,
         run_import},
        {"door", "what a typed and a JSON call add to the service, with the store stubbed", false, run_door},
        {"languages", "what each binding takes for a question of 1, of 1000 variants and by JSON, beside C", true,
         run_languages},
        {"growth", "spread after millions of order lines, beside empty tables", true, run_growth},
    };
    return cases;
}

}  // namespace bench
