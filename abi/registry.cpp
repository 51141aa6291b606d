#include "registry.hpp"

#include "service/quiet_thread.hpp"
#include "service/thread_annotations.hpp"

#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <map>
#include <utility>

namespace backorder::abi {

/// `calls` is the registry's to guard.
struct Entry {
    std::unique_ptr<Handle> handle;
    std::size_t calls = 0;
    Condition idle;
};

namespace {

// A handle's number looks like an aligned address in user space, so that bindings that keep pointers in doubles or tag
// their low bits keep it whole: generation in bits 36 to 46, sequence in bits 4 to 35.
constexpr unsigned sequence_shift = 4;
constexpr unsigned generation_shift = 36;
constexpr std::uintptr_t generation_mask = 0x7ff;
constexpr std::uintptr_t sequence_mask = 0xffff'ffff;
static_assert(sizeof(std::uintptr_t) == 8, "handles need 47 bits");

constexpr std::chrono::seconds longest_exit{2};

std::uintptr_t number_of(const bo_backorder* handle) { return reinterpret_cast<std::uintptr_t>(handle); }

std::uintptr_t generation_of(const bo_backorder* handle) { return number_of(handle) >> generation_shift; }

}  // namespace

/// The open handles of one process. One that was forked gets its own, of the next generation; neither is ever freed.
class Registry {
public:
    Registry(pid_t owner, std::uintptr_t generation) : owner_(owner), generation_(generation) {}

    pid_t owner() const { return owner_; }
    std::uintptr_t next_generation() const { return (generation_ + 1) & generation_mask; }

    bo_backorder* add(std::unique_ptr<Handle> handle) {
        auto entry = std::make_shared<Entry>();
        entry->handle = std::move(handle);
        const Lock lock(mutex_);
        ++sequence_;
        const std::uintptr_t number =
            generation_ << generation_shift | (sequence_ & sequence_mask) << sequence_shift;
        if (!exiting_) {
            entries_.emplace(number, entry);
            ++living_;
        }
        return reinterpret_cast<bo_backorder*>(number);
    }

    Outcome<Lease> lease(const bo_backorder* handle) {
        const Lock lock(mutex_);
        const auto found = entries_.find(number_of(handle));
        if (found == entries_.end())
            return unknown(handle);
        ++found->second->calls;
        return Lease(*this, found->second);
    }

    Lease another(const std::shared_ptr<Entry>& entry) {
        const Lock lock(mutex_);
        ++entry->calls;
        return Lease(*this, entry);
    }

    Outcome<void> retire(const bo_backorder* handle) {
        const Outcome<std::shared_ptr<Entry>> entry = remove(handle);
        if (!entry)
            return entry.error();
        (*entry)->handle->service.close();
        destroy(**entry);
        return {};
    }

    void retire_all_at_exit() {
        Lock lock(mutex_);
        exiting_ = true;
        lock.unlock();
        start_quiet_thread([this] { retire_all(); }).detach();
        lock.lock();
        const auto latest = std::chrono::steady_clock::now() + longest_exit;
        while (living_ > 0 && std::chrono::steady_clock::now() < latest)
            none_lives_.wait_until(mutex_, latest);
    }

    void end_call(Entry& entry) {
        const Lock lock(mutex_);
        if (--entry.calls == 0)
            entry.idle.notify_all();
    }

private:
    Outcome<std::shared_ptr<Entry>> remove(const bo_backorder* handle) {
        const Lock lock(mutex_);
        const auto found = entries_.find(number_of(handle));
        if (found == entries_.end())
            return unknown(handle);
        std::shared_ptr<Entry> entry = std::move(found->second);
        entries_.erase(found);
        return entry;
    }

    void retire_all() {
        std::map<std::uintptr_t, std::shared_ptr<Entry>> entries;
        {
            const Lock lock(mutex_);
            entries.swap(entries_);
        }
        for (const auto& [number, entry] : entries)
            entry->handle->service.close();
        for (const auto& [number, entry] : entries)
            destroy(*entry);
    }

    /// When the last call on it has ended.
    void destroy(Entry& entry) {
        Lock lock(mutex_);
        while (entry.calls > 0)
            entry.idle.wait(mutex_);
        lock.unlock();
        entry.handle.reset();
        lock.lock();
        if (--living_ == 0)
            none_lives_.notify_all();
    }

    Refusal unknown(const bo_backorder* handle) const BACKORDER_REQUIRES(mutex_) {
        const std::uintptr_t generation = generation_of(handle);
        if (generation != 0 && generation < generation_)
            return {Status::forked, "the handle was opened by the parent process; open one in this process"};
        if (exiting_)
            return {Status::closed, "the handle is closed: the process is exiting"};
        return {Status::closed, "the handle is closed, or never was one"};
    }

    const pid_t owner_;
    const std::uintptr_t generation_;

    Mutex mutex_;
    std::uintptr_t sequence_ BACKORDER_GUARDED_BY(mutex_) = 0;
    std::map<std::uintptr_t, std::shared_ptr<Entry>> entries_ BACKORDER_GUARDED_BY(mutex_);
    std::size_t living_ BACKORDER_GUARDED_BY(mutex_) = 0;  ///< handles not yet destroyed, those that are closing too
    Condition none_lives_;
    bool exiting_ BACKORDER_GUARDED_BY(mutex_) = false;
};

namespace {

constinit std::atomic<Registry*> current{nullptr};

Registry& registry() {
    Registry* known = current.load(std::memory_order_acquire);
    const pid_t self = getpid();
    while (known == nullptr || known->owner() != self) {
        auto fresh = std::make_unique<Registry>(self, known == nullptr ? 1 : known->next_generation());
        if (current.compare_exchange_strong(known, fresh.get(), std::memory_order_acq_rel))
            known = fresh.release();
    }
    return *known;
}

/// A forked child has its parent's handler and not its threads: it leaves the parent's registry alone.
void at_exit() {
    Registry* known = current.load(std::memory_order_acquire);
    if (known == nullptr || known->owner() != getpid())
        return;
    try {
        known->retire_all_at_exit();
    } catch (const std::exception&) {
        // No thread is to be had: the process ends as if nobody had waited.
    }
}

Refusal no_handle() { return {Status::null_argument, "handle is NULL", {{{"field", "handle"}}}}; }

}  // namespace

Lease::Lease(Registry& registry, std::shared_ptr<Entry> entry) : registry_(&registry), entry_(std::move(entry)) {}

Lease::~Lease() {
    if (entry_ != nullptr)
        registry_->end_call(*entry_);
}

Lease Lease::another() const { return registry_->another(entry_); }

Handle& Lease::operator*() const { return *entry_->handle; }

bo_backorder* enlist(std::unique_ptr<Handle> handle) { return registry().add(std::move(handle)); }

Outcome<Lease> lease(bo_backorder* handle) {
    if (handle == nullptr)
        return no_handle();
    return registry().lease(handle);
}

Outcome<void> retire(bo_backorder* handle) {
    if (handle == nullptr)
        return no_handle();
    return registry().retire(handle);
}

void retire_all_at_exit() {
    static constinit std::atomic<bool> registered{false};
    if (!registered.exchange(true) && std::atexit(at_exit) != 0)
        registered = false;
}

}  // namespace backorder::abi
