#include "kill/journal.hpp"

#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <unistd.h>

namespace backorder::test {

std::string key_of(const CallNumber& number) {
    return std::to_string(number.caller) + "-" + std::to_string(number.call);
}

Journal::Journal()
    : path_(std::filesystem::temp_directory_path() / "bo_journal_XXXXXX"),
      file_(::mkostemp(path_.data(), O_APPEND | O_CLOEXEC)) {
    if (file_ < 0) throw std::runtime_error("no journal at " + path_);
    temporary_ = true;
}

Journal::Journal(const std::string& path) : path_(path), file_(::open(path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC)) {
    if (file_ < 0) throw std::runtime_error("no journal at " + path_);
}

Journal::~Journal() {
    ::close(file_);
    if (temporary_) std::filesystem::remove(path_);
}

void Journal::note(const CallNumber& number, bo_status status) const {
    const std::string line =
        std::to_string(number.caller) + " " + std::to_string(number.call) + " " + std::to_string(status) + "\n";
    if (::write(file_, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
        throw std::runtime_error("cannot write " + path_);
}

std::map<CallNumber, bo_status> Journal::read() const {
    std::map<CallNumber, bo_status> noted;
    std::ifstream lines(path_);
    CallNumber number;
    for (bo_status status = 0; lines >> number.caller >> number.call >> status;) noted[number] = status;
    return noted;
}

int Journal::next_call(int caller) const {
    int next = 0;
    for (const auto& [number, status] : read()) next = number.caller == caller ? number.call + 1 : next;
    return next;
}

}  // namespace backorder::test
