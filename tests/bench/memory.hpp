#pragma once

namespace bench {

/// How far the memory of this process rises above where it stood.
class MemoryGrowth {
public:
    /// From here on.
    void start();
    /// The highest since then.
    double mebibytes() const;

private:
    double before_ = 0;
};

}  // namespace bench
