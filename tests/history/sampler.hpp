#pragma once
// Looks at committed states while others work: by libpq alone, one snapshot at a time.

#include <atomic>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

namespace backorder::test::history {

/// What of domain.md's invariants does not hold in one snapshot of a marketplace, a sentence each.
std::vector<std::string> broken_invariants(const std::string& database, const std::string& marketplace);

class Sampler {
public:
    /// Samples the marketplace of the moment, and the one before.
    Sampler(std::string database, std::int64_t start);
    ~Sampler();
    Sampler(const Sampler&) = delete;
    Sampler& operator=(const Sampler&) = delete;

    /// Ends it.
    void stop();

    int samples() const { return samples_; }
    const std::vector<std::string>& broken() const { return broken_; }

private:
    void run();

    const std::string database_;
    const std::int64_t start_;
    std::atomic<bool> stopped_{false};
    int samples_ = 0;
    std::vector<std::string> broken_;
    std::thread thread_;
};

}  // namespace backorder::test::history
