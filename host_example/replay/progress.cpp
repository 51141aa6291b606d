#include "progress.hpp"

#include <cstdio>
#include <string>
#include <unistd.h>

namespace replay {

Progress::Progress(std::size_t total) : total_(total), on_terminal_(isatty(STDERR_FILENO) != 0) {}

void Progress::step() {
    const std::size_t percent = ++done_ * 100 / total_;
    if (percent == shown_percent_) return;
    if (on_terminal_)
        draw_bar(percent);
    else if (percent / 10 != shown_percent_ / 10)
        std::fprintf(stderr, "%3zu %% (%zu of %zu invoices)\n", percent, done_, total_);
    shown_percent_ = percent;
}

void Progress::draw_bar(std::size_t percent) const {
    constexpr std::size_t width = 40;
    const std::string full(percent * width / 100, '#');
    std::fprintf(stderr, "\r[%-*s] %3zu %%%s", static_cast<int>(width), full.c_str(), percent,
                 done_ == total_ ? "\n" : "");
}

}  // namespace replay
