#include "children.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <new>
#include <stdexcept>
#include <string>
#include <sys/mman.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace bench {

namespace {

/// What a child tells its parent, in memory that both see.
struct Report {
    Tally tally;
    char failure[300];
};

struct Start {
    std::atomic<unsigned> ready = 0;
    std::atomic<bool> now = false;
};

template <class Thing>
class Shared {
public:
    explicit Shared(std::size_t count) : bytes_(count * sizeof(Thing)) {
        void* const made = mmap(nullptr, bytes_, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        if (made == MAP_FAILED) throw std::bad_alloc();
        things_ = static_cast<Thing*>(made);
        for (std::size_t i = 0; i < count; ++i) new (things_ + i) Thing();
    }
    ~Shared() { munmap(things_, bytes_); }
    Shared(const Shared&) = delete;
    Shared& operator=(const Shared&) = delete;

    Thing& operator[](std::size_t i) const { return things_[i]; }

private:
    std::size_t bytes_;
    Thing* things_;
};

void pause() { std::this_thread::sleep_for(std::chrono::milliseconds(1)); }

/// The whole life of a child; nothing of the parent's is destroyed in it.
[[noreturn]] void live(unsigned child, double seconds, const Hire& hire, Start& start, Report& report) {
    try {
        const Work work = hire(child);
        work();
        ++start.ready;
        while (!start.now) pause();
        repeat(work, seconds, report.tally);
    } catch (const std::exception& error) {
        std::snprintf(report.failure, sizeof report.failure, "%s", error.what());
        ++start.ready;
    }
    _exit(0);
}

}  // namespace

Tally run_children(unsigned processes, double seconds, const Hire& hire) {
    const Shared<Start> start(1);
    const Shared<Report> reports(processes);
    std::vector<pid_t> children;
    for (unsigned i = 0; i < processes; ++i) {
        const pid_t child = fork();
        if (child == 0) live(i, seconds, hire, start[0], reports[i]);
        if (child < 0) throw std::runtime_error("fork failed");
        children.push_back(child);
    }
    while (start[0].ready < processes) pause();
    start[0].now = true;
    bool crashed = false;
    for (const pid_t child : children) {
        int status = 0;
        waitpid(child, &status, 0);
        crashed |= !WIFEXITED(status);
    }
    if (crashed) throw std::runtime_error("a child crashed");
    Tally all;
    for (unsigned i = 0; i < processes; ++i) {
        if (reports[i].failure[0] != '\0') throw std::runtime_error(std::string("a child: ") + reports[i].failure);
        all.done += reports[i].tally.done;
        all.latency.add(reports[i].tally.latency);
        all.seconds = std::max(all.seconds, reports[i].tally.seconds);
    }
    return all;
}

}  // namespace bench
