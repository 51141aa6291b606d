#pragma once
// Threads that do the same thing over and over for some seconds.

#include "histogram.hpp"

#include <cstdint>
#include <functional>

namespace bench {

/// What was done in how long, and how long each took.
struct Tally {
    std::uint64_t done = 0;
    double seconds = 0;
    Histogram latency;
    double client_cores = 0;  ///< processors that this process kept busy meanwhile
    double server_cores = 0;  ///< and the server

    double rate() const { return static_cast<double>(done) / seconds; }
};

/// Does it once and says how many that were.
using Work = std::function<std::size_t()>;

/// Makes a thread's work, in that thread, before the clock starts: connections are opened here.
using Hire = std::function<Work(unsigned thread)>;

/// `when_ready` runs once all are hired, before the clock starts. The first exception of any thread ends all and is
/// thrown.
Tally run_crew(unsigned threads, double seconds, const Hire& hire, const std::function<void()>& when_ready = {});

/// Repeats the work until the time is over.
void repeat(const Work& work, double seconds, Tally& tally);

}  // namespace bench
