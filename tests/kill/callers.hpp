#pragma once
// Threads that call until they are stopped, each one call after the other, each call until it is acknowledged.

#include "kill/journal.hpp"
#include "support/raw_host.hpp"

#include <atomic>
#include <thread>
#include <vector>

namespace backorder::test {

inline constexpr int caller_count = 12;

/// Backorders on, goods at a and b, room for more.
void furnish_for_callers(const RawHost& host);

class Callers {
public:
    /// From the call on that the journal has not.
    Callers(const RawHost& host, const Journal& journal);
    ~Callers();
    Callers(const Callers&) = delete;
    Callers& operator=(const Callers&) = delete;

    /// Acknowledged so far.
    int acknowledged() const { return acknowledged_; }

    /// Waits until that many more calls than callers were acknowledged: some began after this. False if they are not in
    /// time.
    bool go_on() const;

    /// Answers that may not be: neither the domain's nor of a database that is away. "" if there were none.
    std::string stop();

private:
    void run(int caller, int first_call);
    bool acknowledge(const CallNumber& number);

    const RawHost& host_;
    const Journal& journal_;
    std::atomic<bool> stopping_ = false;
    std::atomic<int> acknowledged_ = 0;
    std::vector<std::string> untrue_{caller_count};
    std::vector<std::thread> threads_;
};

}  // namespace backorder::test
