#pragma once
// When something is killed.

#include <chrono>
#include <random>
#include <thread>

namespace backorder::test {

/// Some time of a load's life, the same in each run.
inline void wait_a_while(std::mt19937& random, unsigned most_ms) {
    std::this_thread::sleep_for(std::chrono::milliseconds(random() % most_ms));
}

}  // namespace backorder::test
