#include "memory.hpp"

#include <fstream>
#include <string>

namespace bench {

namespace {

/// A line of /proc/self/status, in kibibytes.
double kibibytes(const std::string& name) {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        if (word != name + ":") continue;
        double value = 0;
        status >> value;
        return value;
    }
    return 0;
}

}  // namespace

void MemoryGrowth::start() {
    std::ofstream("/proc/self/clear_refs") << "5";  // forgets the peak so far
    before_ = kibibytes("VmRSS");
}

double MemoryGrowth::mebibytes() const { return (kibibytes("VmHWM") - before_) / 1024; }

}  // namespace bench
