#pragma once
// At most so many connections, opened when first needed. Who waits is served in the order of coming; who comes when
// nobody waits is given the one that was used last, so that others may grow old and be closed.

#include "store/engine/connection.hpp"
#include "support/budget.hpp"
#include "support/thread_annotations.hpp"

#include <chrono>
#include <cstdint>
#include <exception>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

namespace backorder {

/// Connections are opened on threads of their own, so that a server that does not answer holds no caller beyond its
/// time.
class Pool {
public:
    using Open = std::function<std::unique_ptr<Connection>()>;
    class Lease;

    Pool(std::size_t size, Open open);
    /// Waits for connections that are being opened. All leases must have ended.
    ~Pool();
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    /// Waits for a connection as long as the budget allows. Throws what Open threw, or Refused: timeout, cancelled.
    Lease lease(const Budget& budget);

    /// Sleeps. Returns false at once when the budget's token is cancelled or the pool is closed.
    bool pause(std::chrono::milliseconds time, const Budget& budget);

    void drop_idle() noexcept;

    /// Closes idle connections that were not used since then.
    void drop_unused_since(Clock::time_point then) noexcept;

    /// Waiting callers and later callers are refused with Status::cancelled.
    void close();

private:
    struct Member {
        std::unique_ptr<Connection> connection;
        std::uint64_t number = 0;  ///< in the order of opening
        Clock::time_point used{};  ///< last
    };
    struct Opening {
        std::thread thread;
        std::exception_ptr error;
        bool done = false;
    };
    /// A caller in the queue. Whoever gives it a connection puts it here and removes the waiter from the queue.
    struct Waiter {
        std::optional<Member> member;
        std::shared_ptr<Opening> opening;  ///< its own, until it has failed
        std::exception_ptr error;          ///< of the last one, which there was no room for
        Clock::time_point open_from{};
        Condition changed;
    };
    class Place;

    void refuse_if_over(const Budget& budget, const Waiter& waiter) const BACKORDER_REQUIRES(mutex_);
    void open_if_possible(Waiter& waiter) BACKORDER_REQUIRES(mutex_);
    void end_opening(Waiter& waiter) BACKORDER_REQUIRES(mutex_);
    void not_opened(Waiter& waiter, std::exception_ptr error) BACKORDER_REQUIRES(mutex_);
    std::shared_ptr<Opening> start_opening() BACKORDER_REQUIRES(mutex_);
    void open_one(Opening& opening) noexcept;
    void join_finished() BACKORDER_REQUIRES(mutex_);
    Member wait_for_turn(Waiter& waiter, const Budget& budget) BACKORDER_REQUIRES(mutex_);
    void put(Member& member) noexcept BACKORDER_REQUIRES(mutex_);
    void lost_one() noexcept BACKORDER_REQUIRES(mutex_);
    void wake_opener() noexcept BACKORDER_REQUIRES(mutex_);
    void give_back(Member member) noexcept;
    void drop_older_than(std::uint64_t number) noexcept;

    const std::size_t size_;
    const Open open_;

    Mutex mutex_;
    Condition closing_;
    std::list<Waiter*> queue_ BACKORDER_GUARDED_BY(mutex_);
    std::vector<Member> idle_ BACKORDER_GUARDED_BY(mutex_);  ///< none while somebody waits; the last one was used last
    std::vector<std::shared_ptr<Opening>> openings_ BACKORDER_GUARDED_BY(mutex_);
    std::size_t members_ BACKORDER_GUARDED_BY(mutex_) = 0;  ///< idle, leased and being opened
    std::uint64_t opened_ BACKORDER_GUARDED_BY(mutex_) = 0;
    bool closed_ BACKORDER_GUARDED_BY(mutex_) = false;
};

/// A connection lent to one user. At the end it goes back to the pool, or is dropped if it is not reusable.
class Pool::Lease {
public:
    Lease(Pool& pool, Member member) : pool_(pool), member_(std::move(member)) {}
    ~Lease() { pool_.give_back(std::move(member_)); }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    Connection& connection() { return *member_.connection; }

    /// Drops idle connections that were opened before this one: the server may have gone.
    void distrust_older() { pool_.drop_older_than(member_.number); }

    /// Drops this connection at the end, whatever it looks like.
    void discard() { member_.connection->set_working(true); }

private:
    Pool& pool_;
    Member member_;
};

}  // namespace backorder
