// The domain's decisions: any verbs in any order, and after each everything that must hold.
#include "rules.hpp"

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    fuzz::Market market(data, size);
    while (!market.over()) {
        market.change_settings();
        const backorder::State before = market.state();
        const auto carried = market.step();
        if (!carried) continue;
        const fuzz::Faults faults = fuzz::broken_rules(before, *carried, market.state());
        if (faults.empty()) continue;
        std::fprintf(stderr, "%s: %s %s\n", std::string(carried->verb).c_str(), faults.front().c_str(),
                     carried->outcome ? "" : carried->outcome.error().message.c_str());
        std::abort();
    }
    return 0;
}
