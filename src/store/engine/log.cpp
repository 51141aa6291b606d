#include "store/engine/log.hpp"

#include "support/text.hpp"

#include <array>
#include <ctime>
#include <exception>
#include <iterator>
#include <utility>

namespace backorder {

namespace {

constexpr std::size_t most_lines = 1000;

std::string utc_now() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

}  // namespace

void Log::add(std::string_view level, std::string_view message) noexcept {
    try {
        append(level, message);
    } catch (const std::exception&) {
        return;
    }
}

void Log::append(std::string_view level, std::string_view message) {
    LogLine line{utc_now(), std::string(level), well_formed(message)};
    const Lock lock(mutex_);
    if (lines_.size() == most_lines) lines_.pop_front();
    lines_.push_back(std::move(line));
    if (poll_fd_) poll_fd_->raise();
}

std::vector<LogLine> Log::take() {
    const Lock lock(mutex_);
    std::vector<LogLine> taken(std::make_move_iterator(lines_.begin()), std::make_move_iterator(lines_.end()));
    lines_.clear();
    if (poll_fd_) poll_fd_->clear();
    return taken;
}

int Log::poll_fd() {
    const Lock lock(mutex_);
    if (!poll_fd_) {
        poll_fd_.emplace();
        if (!lines_.empty()) poll_fd_->raise();
    }
    return poll_fd_->fd();
}

}  // namespace backorder
