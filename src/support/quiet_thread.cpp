#include "support/quiet_thread.hpp"

#include <csignal>
#include <new>
#include <pthread.h>
#include <system_error>
#include <utility>

namespace backorder {

namespace {

/// A thread inherits the mask of the one that starts it.
class SignalsBlocked {
public:
    SignalsBlocked() {
        sigset_t all;
        sigfillset(&all);
        pthread_sigmask(SIG_SETMASK, &all, &before_);
    }
    ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    SignalsBlocked(const SignalsBlocked&) = delete;
    SignalsBlocked& operator=(const SignalsBlocked&) = delete;

private:
    sigset_t before_{};
};

}  // namespace

std::thread start_quiet_thread(std::function<void()> body) {
    const SignalsBlocked blocked;
    return std::thread(std::move(body));
}

bool add_quiet_thread(std::vector<std::thread>& threads, std::function<void()> body) {
    try {
        threads.push_back(start_quiet_thread(std::move(body)));
        return true;
    } catch (const std::system_error&) {
        return false;
    } catch (const std::bad_alloc&) {  // std::thread keeps what it runs in memory of its own
        return false;
    }
}

}  // namespace backorder
