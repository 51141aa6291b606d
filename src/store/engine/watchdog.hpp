#pragma once
// No server and no network may hold a caller: who is over time gets its socket shut down. Beside that its thread does a
// chore now and then.

#include "support/budget.hpp"
#include "support/thread_annotations.hpp"

#include <chrono>
#include <functional>
#include <thread>
#include <vector>

namespace backorder {

class Watchdog {
public:
    class Watch;
    using Chore = std::function<void()>;

    /// A socket is shut down so long after its deadline, so that the server's statement_timeout comes first.
    static constexpr std::chrono::milliseconds grace{250};

    Watchdog();
    /// No watch may be left.
    ~Watchdog();
    Watchdog(const Watchdog&) = delete;
    Watchdog& operator=(const Watchdog&) = delete;

    /// Runs `chore` in each interval until stop_chore has returned. The chore throws nothing.
    void start_chore(std::chrono::milliseconds interval, Chore chore);
    void stop_chore();

    /// From `then` on every watched socket is shut down, whatever time its budget has left.
    void end_by(Clock::time_point latest);

private:
    void add(Watch& watch);
    void remove(Watch& watch);
    void run();
    void do_chore(Clock::time_point now) BACKORDER_REQUIRES(mutex_);
    void shut_down_overdue(Clock::time_point now) BACKORDER_REQUIRES(mutex_);
    Clock::time_point due(const Watch& watch) const BACKORDER_REQUIRES(mutex_);
    Clock::time_point next_look(Clock::time_point now) const BACKORDER_REQUIRES(mutex_);

    Mutex mutex_;
    Condition changed_;
    std::vector<Watch*> watches_ BACKORDER_GUARDED_BY(mutex_);
    Clock::time_point planned_ BACKORDER_GUARDED_BY(mutex_) = Clock::time_point::max();
    Clock::time_point latest_ BACKORDER_GUARDED_BY(mutex_) = Clock::time_point::max();
    Chore chore_ BACKORDER_GUARDED_BY(mutex_);
    std::chrono::milliseconds chore_interval_ BACKORDER_GUARDED_BY(mutex_){0};
    Clock::time_point next_chore_ BACKORDER_GUARDED_BY(mutex_) = Clock::time_point::max();
    bool at_chore_ BACKORDER_GUARDED_BY(mutex_) = false;
    Condition chore_done_;
    bool ending_ BACKORDER_GUARDED_BY(mutex_) = false;

    std::thread thread_;  ///< last: it uses all the others
};

/// While it lives, the socket is shut down a little after the budget's deadline, or soon after its token is cancelled.
/// The socket must stay this connection's for as long.
class Watchdog::Watch {
public:
    Watch(Watchdog& watchdog, int socket, const Budget& budget);
    ~Watch();
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    /// From here on only the deadline counts, no token.
    void ignore_token();

    /// Has the socket been shut down?
    bool shut() const;

private:
    friend class Watchdog;

    Watchdog& watchdog_;
    const int socket_;
    Budget budget_;      ///< the watchdog's lock protects it once the watch is added
    bool shut_ = false;  ///< likewise
};

}  // namespace backorder
