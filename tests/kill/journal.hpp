#pragma once
// What was acknowledged, in a file that outlives whoever wrote it.

#include <backorder/backorder.h>

#include <map>
#include <string>

namespace backorder::test {

/// One call of one caller: callers number their calls from 0.
struct CallNumber {
    int caller = 0, call = 0;
    auto operator<=>(const CallNumber&) const = default;
};

/// Its idempotency key, and the id of its order.
std::string key_of(const CallNumber& number);

class Journal {
public:
    /// A new one, removed at the end.
    Journal();

    /// Adds to one that is there.
    explicit Journal(const std::string& path);
    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    /// Safe from any thread, and from a process that is killed meanwhile.
    void note(const CallNumber& number, bo_status status) const;

    std::map<CallNumber, bo_status> read() const;

    /// The first call of a caller that was not acknowledged.
    int next_call(int caller) const;

    const std::string& path() const { return path_; }

private:
    std::string path_;
    int file_;
    bool temporary_ = false;
};

}  // namespace backorder::test
