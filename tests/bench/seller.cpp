#include "seller.hpp"

#include <atomic>
#include <cstdio>

namespace bench {

unsigned Ids::next_makers(unsigned count) {
    static std::atomic<unsigned> makers = 0;
    return makers.fetch_add(count);
}

Ids::Ids() : Ids(next_makers()) {}

const std::string& Ids::next() {
    char text[40];
    std::snprintf(text, sizeof text, "%06u-%010llu", maker_, static_cast<unsigned long long>(made_++));
    return text_ = text;
}

}  // namespace bench
