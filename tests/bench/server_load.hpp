#pragma once
// How much of the machine the server takes.

#include <string>

namespace bench {

/// The processor time of a server on this machine.
class ServerLoad {
public:
    explicit ServerLoad(const std::string& url);

    /// Of all its processes so far, those that ended included.
    double processor_seconds() const;

private:
    int postmaster_;
};

}  // namespace bench
