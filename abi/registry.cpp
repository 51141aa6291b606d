#include "registry.hpp"

#include "service/request/context.hpp"
#include "support/quiet_thread.hpp"
#include "support/thread_annotations.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace backorder::abi {

/// All but the handle itself is the registry's to guard. It stands there until the handle is destroyed.
struct Entry {
    std::unique_ptr<Handle> handle;
    std::size_t calls = 0;
    bool open = true;
};

namespace {

// A handle's number looks like an aligned address in user space, so that bindings that keep pointers in doubles or tag
// their low bits keep it whole: generation in bits 36 to 46, sequence in bits 4 to 35.
constexpr unsigned sequence_shift = 4;
constexpr unsigned generation_shift = 36;
constexpr std::uintptr_t generation_mask = 0x7ff;
constexpr std::uintptr_t sequence_mask = 0xffff'ffff;
static_assert(sizeof(std::uintptr_t) == 8, "handles need 47 bits");

/// How long exit() may wait, and how long calls in flight have of it.
constexpr std::chrono::milliseconds exit_time{2000};
constexpr std::chrono::milliseconds exit_time_of_calls{1500};

std::uintptr_t number_of(const bo_backorder* handle) { return reinterpret_cast<std::uintptr_t>(handle); }

std::uintptr_t generation_of(const bo_backorder* handle) { return number_of(handle) >> generation_shift; }

}  // namespace

/// The open handles of one process. One that was forked gets its own, of the next generation; neither is ever freed.
class Registry {
public:
    Registry(pid_t owner, std::uintptr_t generation) : owner_(owner), generation_(generation) {}

    pid_t owner() const { return owner_; }
    std::uintptr_t next_generation() const { return (generation_ + 1) & generation_mask; }

    Outcome<bo_backorder*> add(std::unique_ptr<Handle> handle) {
        auto entry = std::make_shared<Entry>();
        entry->handle = std::move(handle);
        const Lock lock(mutex_);
        if (exiting_since_) return Refusal{Status::closed, "no handle can be opened: the process is exiting"};
        ++sequence_;
        const std::uintptr_t number = generation_ << generation_shift | (sequence_ & sequence_mask) << sequence_shift;
        entries_.emplace(number, std::move(entry));
        return reinterpret_cast<bo_backorder*>(number);
    }

    Outcome<Lease> lease(const bo_backorder* handle) {
        const Lock lock(mutex_);
        const auto found = find(handle);
        if (!found) return found.error();
        ++(*found)->calls;
        return Lease(*this, *found);
    }

    Lease another(const std::shared_ptr<Entry>& entry) {
        const Lock lock(mutex_);
        ++entry->calls;
        return Lease(*this, entry);
    }

    void end_call(Entry& entry) {
        const Lock lock(mutex_);
        if (--entry.calls == 0) changed_.notify_all();
    }

    Outcome<void> retire(const bo_backorder* handle) {
        const auto entry = shut(handle);
        if (!entry) return entry.error();
        (*entry)->handle->service.close();
        destroy(**entry);
        return {};
    }

    /// Handles that somebody else is closing are waited for as well.
    void end_all() {
        const Clock::time_point since = begin_exit();
        const Entries closing = shut_all();
        for (const auto& entry : closing) entry->handle->service.close(since + exit_time_of_calls);
        const bool idle = wait_until_idle(since + exit_time);
        if (destroy_aside(closing))
            wait_until_empty(since + exit_time);
        else if (idle)
            destroy_all(closing);
    }

private:
    using Entries = std::vector<std::shared_ptr<Entry>>;

    Outcome<std::shared_ptr<Entry>> find(const bo_backorder* handle) const BACKORDER_REQUIRES(mutex_) {
        const auto found = entries_.find(number_of(handle));
        if (found != entries_.end() && found->second->open) return found->second;
        const std::uintptr_t generation = generation_of(handle);
        if (generation != 0 && generation < generation_)
            return Refusal{Status::forked, "the handle was opened by the parent process; open one in this process"};
        if (exiting_since_) return Refusal{Status::closed, "the handle is closed: the process is exiting"};
        return Refusal{Status::closed, "the handle is closed, or never was one"};
    }

    Outcome<std::shared_ptr<Entry>> shut(const bo_backorder* handle) {
        const Lock lock(mutex_);
        auto found = find(handle);
        if (found) (*found)->open = false;
        return found;
    }

    /// When it began: a second handler does not wait as long again.
    Clock::time_point begin_exit() {
        const Lock lock(mutex_);
        if (!exiting_since_) exiting_since_ = Clock::now();
        return *exiting_since_;
    }

    Entries shut_all() {
        const Lock lock(mutex_);
        Entries open;
        for (const auto& [number, entry] : entries_)
            if (std::exchange(entry->open, false)) open.push_back(entry);
        return open;
    }

    /// When the last call on it has ended.
    void destroy(Entry& entry) {
        Lock lock(mutex_);
        while (entry.calls > 0) changed_.wait(mutex_);
        lock.unlock();
        entry.handle.reset();
        lock.lock();
        std::erase_if(entries_, [&](const auto& other) { return other.second.get() == &entry; });
        changed_.notify_all();
    }

    void destroy_all(const Entries& entries) {
        for (const auto& entry : entries) destroy(*entry);
    }

    /// A connection that is just being made keeps its handle for as long as the server is silent. False without a
    /// thread.
    bool destroy_aside(const Entries& entries) {
        try {
            start_quiet_thread([this, entries] { destroy_all(entries); }).detach();
            return true;
        } catch (const std::exception&) {
            return false;
        }
    }

    bool wait_until_idle(Clock::time_point latest) {
        const Lock lock(mutex_);
        const auto idle = [](const auto& other) { return other.second->calls == 0; };
        while (!std::ranges::all_of(entries_, idle) && Clock::now() < latest) changed_.wait_until(mutex_, latest);
        return std::ranges::all_of(entries_, idle);
    }

    void wait_until_empty(Clock::time_point latest) {
        const Lock lock(mutex_);
        while (!entries_.empty() && Clock::now() < latest) changed_.wait_until(mutex_, latest);
    }

    const pid_t owner_;
    const std::uintptr_t generation_;

    Mutex mutex_;
    std::uintptr_t sequence_ BACKORDER_GUARDED_BY(mutex_) = 0;
    std::map<std::uintptr_t, std::shared_ptr<Entry>> entries_ BACKORDER_GUARDED_BY(mutex_);
    Condition changed_;  ///< a handle has no call any more, or is gone
    std::optional<Clock::time_point> exiting_since_ BACKORDER_GUARDED_BY(mutex_);
};

namespace {

constinit std::atomic<Registry*> current{nullptr};

Registry& registry() {
    Registry* known = current.load(std::memory_order_acquire);
    const pid_t self = getpid();
    while (known == nullptr || known->owner() != self) {
        auto fresh = std::make_unique<Registry>(self, known == nullptr ? 1 : known->next_generation());
        if (current.compare_exchange_strong(known, fresh.get(), std::memory_order_acq_rel)) known = fresh.release();
    }
    return *known;
}

/// A forked child has its parent's handler and not its threads: it leaves the parent's registry alone.
void at_exit() {
    Registry* known = current.load(std::memory_order_acquire);
    if (known == nullptr || known->owner() != getpid()) return;
    try {
        known->end_all();
    } catch (const std::exception&) {
        // There is no memory: what has not ended by now is left to the end of the process.
    }
}

Refusal no_handle() { return {Status::null_argument, "handle is NULL", {{{"field", "handle"}}}}; }

}  // namespace

Lease::Lease(Registry& registry, std::shared_ptr<Entry> entry) : registry_(&registry), entry_(std::move(entry)) {}

Lease::~Lease() {
    if (entry_ != nullptr) registry_->end_call(*entry_);
}

Lease Lease::another() const { return registry_->another(entry_); }

Handle& Lease::operator*() const { return *entry_->handle; }

Outcome<bo_backorder*> enlist(std::unique_ptr<Handle> handle) { return registry().add(std::move(handle)); }

Outcome<Lease> lease(bo_backorder* handle) {
    if (handle == nullptr) return no_handle();
    return registry().lease(handle);
}

Outcome<void> retire(bo_backorder* handle) {
    if (handle == nullptr) return no_handle();
    return registry().retire(handle);
}

void end_all_at_exit(LibrariesUsed used) {
    static constinit std::array<std::atomic<bool>, 2> arranged{};
    std::atomic<bool>& this_one = arranged.at(static_cast<std::size_t>(used));
    if (!this_one.exchange(true) && std::atexit(at_exit) != 0) this_one = false;
}

}  // namespace backorder::abi
