#pragma once
// Lives the invoices through, one after the other. One thread: what a buyer finds depends on who came before.

#include "invoices.hpp"
#include "options.hpp"
#include "shop.hpp"
#include "tally.hpp"

#include <chrono>

namespace replay {

class Replay {
public:
    Replay(Shop& shop, const Options& options, const std::vector<Invoice>& invoices);

    Outcome run();

private:
    void take(const Invoice& invoice);
    void sell(const Invoice& invoice);
    void cancel(const Invoice& invoice);
    void end_of_day();

    Shop& shop_;
    const Options& options_;
    const std::vector<Invoice>& invoices_;
    const std::vector<std::string> codes_;
    Purchases purchases_;
    Outcome outcome_;
    Tally* today_ = nullptr;
};

}  // namespace replay
