#include "crew.hpp"

#include <atomic>
#include <chrono>
#include <ctime>
#include <exception>
#include <latch>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace bench {

namespace {

using Clock = std::chrono::steady_clock;

std::uint64_t nanoseconds(Clock::duration span) {
    return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(span).count());
}

double processor_seconds() {
    timespec spent{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) + static_cast<double>(spent.tv_nsec) / 1e9;
}

class Crew {
public:
    Crew(unsigned threads, double seconds, const Hire& hire)
        : seconds_(seconds), hire_(hire), tallies_(threads), ready_(threads), start_(1) {
        for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this, i] { live(i); });
    }

    Tally run(const std::function<void()>& when_ready) {
        ready_.wait();
        guarded([&] {
            if (when_ready) when_ready();
        });
        const double spent = processor_seconds();
        const auto begin = Clock::now();
        start_.count_down();
        for (std::thread& thread : threads_) thread.join();
        Tally all;
        all.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
        all.client_cores = (processor_seconds() - spent) / all.seconds;
        if (failure_) std::rethrow_exception(failure_);
        for (const auto& tally : tallies_) {
            all.done += tally->done;
            all.latency.add(tally->latency);
        }
        return all;
    }

private:
    void live(unsigned i) {
        Work work;
        guarded([&] {
            tallies_[i] = std::make_unique<Tally>();
            work = hire_(i);
        });
        ready_.count_down();
        start_.wait();
        guarded(
            [&] { repeat([&] { return failed_ ? throw Failed() : work(); }, failed_ ? 0 : seconds_, *tallies_[i]); });
    }

    struct Failed {};

    template <class Do>
    void guarded(const Do& something) {
        try {
            something();
        } catch (const Failed&) {  // another thread's failure is the one to tell
        } catch (...) {
            const std::lock_guard lock(mutex_);
            if (!failed_.exchange(true)) failure_ = std::current_exception();
        }
    }

    const double seconds_;
    const Hire& hire_;
    std::vector<std::unique_ptr<Tally>> tallies_;
    std::latch ready_, start_;
    std::atomic<bool> failed_ = false;
    std::mutex mutex_;
    std::exception_ptr failure_;
    std::vector<std::thread> threads_;
};

}  // namespace

void repeat(const Work& work, double seconds, Tally& tally) {
    const auto begin = Clock::now();
    const auto end = begin + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
    for (auto before = begin; before < end;) {
        tally.done += work();
        const auto after = Clock::now();
        tally.latency.add(nanoseconds(after - before));
        before = after;
    }
    tally.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
}

Tally run_crew(unsigned threads, double seconds, const Hire& hire, const std::function<void()>& when_ready) {
    return Crew(threads, seconds, hire).run(when_ready);
}

}  // namespace bench
