#pragma once
// Who bought what and still has it open, so that a later cancellation finds its order line.

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace replay {

struct Purchase {
    std::string order;
    std::string line;
    std::int64_t open = 0;
};

class Purchases {
public:
    /// Without a customer nothing can be found again.
    void add(const std::string& customer, const std::string& stock_code, Purchase purchase);

    /// Takes up to `units` of what that customer bought of that code, newest first. What it takes is less if less is
    /// open.
    std::vector<Purchase> take(const std::string& customer, const std::string& stock_code, std::int64_t units);

private:
    std::map<std::pair<std::string, std::string>, std::vector<Purchase>> open_;
};

}  // namespace replay
