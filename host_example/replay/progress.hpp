#pragma once
// How far we are, on stderr: a bar on a terminal, else a line every tenth.

#include <cstddef>

namespace replay {

class Progress {
public:
    explicit Progress(std::size_t total);
    void step();

private:
    void draw_bar(std::size_t percent) const;

    std::size_t total_;
    std::size_t done_ = 0;
    std::size_t shown_percent_ = 0;
    bool on_terminal_;
};

}  // namespace replay
