#pragma once
// Tells by a file descriptor that a consumer of this process has something to read, whoever wrote it.

#include "domain/refusal.hpp"
#include "service/store.hpp"
#include "store/engine/log.hpp"
#include "support/budget.hpp"
#include "support/poll_fd.hpp"
#include "support/thread_annotations.hpp"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace backorder {

/// Where a consumer stands among its marketplace's events.
struct EventPlace {
    std::string marketplace;
    EventCursor cursor;
};

/// What comes next behind a place; waiting: written, but not to be handed out before older transactions have ended.
enum class NextCall : std::uint8_t { none, waiting, readable };

/// Before its descriptor is asked for it only remembers where consumers stand. From then on a thread looks every
/// interval, and right after this process has written events, whether any consumer has something to read. One
/// descriptor serves all: the last page of one consumer lowers it, and the next look raises it again if another one is
/// behind.
class EventWatch {
public:
    /// For each place.
    using Look = std::function<Outcome<std::vector<NextCall>>(const std::vector<EventPlace>&)>;

    EventWatch(Look look, std::chrono::milliseconds interval, Log& log);
    ~EventWatch();
    EventWatch(const EventWatch&) = delete;
    EventWatch& operator=(const EventWatch&) = delete;

    /// Readable at first if no consumer is known.
    int poll_fd();

    /// Nobody listens: what is written need not be told.
    bool idle() const noexcept { return !asked_.load(); }

    /// This process has committed events of that marketplace.
    void written(const std::string& marketplace) noexcept;

    /// The consumer was handed a page that ends at the cursor; `more`: it is not the last.
    void pulled(const ConsumerKey& consumer, const EventCursor& cursor, bool more) noexcept;

    /// Joins the thread.
    void stop();

private:
    struct Standing {
        EventCursor cursor;
        bool behind = false;
    };
    using Consumers = std::map<ConsumerKey, Standing>;

    bool note(const ConsumerKey& consumer, const EventCursor& cursor, bool more) BACKORDER_REQUIRES(mutex_);
    void run() noexcept;
    void look();
    Consumers begin_look();
    void end_look(const Consumers& looked_at, const std::vector<NextCall>& next);
    void look_again_soon();
    void note_outage(std::string_view why) noexcept;
    bool pause();
    Clock::time_point next_look() const BACKORDER_REQUIRES(mutex_);
    void raise() BACKORDER_REQUIRES(mutex_);
    void lower() BACKORDER_REQUIRES(mutex_);

    const Look look_;
    const std::chrono::milliseconds interval_;
    Log& log_;
    bool outage_ = false;  ///< the thread's own
    std::atomic<bool> asked_ = false;

    Mutex mutex_;
    Condition changed_;
    bool stopped_ BACKORDER_GUARDED_BY(mutex_) = false;
    bool raised_ BACKORDER_GUARDED_BY(mutex_) = false;
    bool written_ BACKORDER_GUARDED_BY(mutex_) = false;  ///< since the last look began
    Clock::time_point looked_at_ BACKORDER_GUARDED_BY(mutex_){};
    std::chrono::milliseconds pause_ BACKORDER_GUARDED_BY(mutex_){
        0};  ///< grows while what was written may not be read yet, and while looks fail
    Consumers consumers_ BACKORDER_GUARDED_BY(mutex_);
    std::set<std::string> marketplaces_ BACKORDER_GUARDED_BY(mutex_);  ///< of the consumers
    std::unique_ptr<PollFd> poll_fd_ BACKORDER_GUARDED_BY(mutex_);     ///< once there it stays
    std::thread thread_ BACKORDER_GUARDED_BY(mutex_);
};

}  // namespace backorder
