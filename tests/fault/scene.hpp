#pragma once
// A database in which every trial has a marketplace of its own, and all of them begin equal.

#include "support/raw_host.hpp"

#include <atomic>
#include <string>

namespace backorder::test {

class Scene {
public:
    explicit Scene(const std::string& name) : database_("fault_" + name) {}

    const std::string& url() const { return database_.url(); }

    /// A new marketplace: backorders are on; v0 at a is sold out and someone waits, v1 at a has units free, promised
    /// and shipped.
    std::string furnish();

    /// All that is stored of it but what differs from one marketplace to the next: times, numbers.
    std::string rows(const std::string& marketplace) const;

    std::string differences(const std::string& marketplace) const { return raw_differences(beside_, marketplace); }

private:
    RawDatabase database_;
    RawHost beside_{database_.url(), {.timeout_ms = 60'000}};
    std::atomic<int> furnished_ = 0;
};

}  // namespace backorder::test
